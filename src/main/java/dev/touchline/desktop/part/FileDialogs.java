/// Asking for files, behind an interface so that tests run without a screen.
package dev.touchline.desktop.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// File dialogs.
public interface FileDialogs {
  /// Where to save; the extension is that of the suggested name.
  Optional<Path> save(Node owner, String title, String suggestedName);

  /// Which files to open, with one of these extensions; empty where the user thinks better of it.
  List<Path> open(Node owner, String title, List<String> extensions);

  /// Which folder to open; empty where the user thinks better of it.
  Optional<Path> folder(Node owner, String title);
}
