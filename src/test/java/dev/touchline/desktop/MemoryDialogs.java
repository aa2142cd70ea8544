/// File dialogs that answer with what was set before.
package dev.touchline.desktop;

import dev.touchline.desktop.part.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Stands in for the platform's dialogs, which a test cannot click.
public final class MemoryDialogs implements FileDialogs {
  /// What [#open] answers.
  public List<Path> toOpen = List.of();

  /// What [#save] answers; null for nothing.
  public @Nullable Path toSave;

  /// What [#folder] answers; null for nothing.
  public @Nullable Path toFolder;

  @Override
  public Optional<Path> save(Node owner, String title, String suggestedName) {
    return Optional.ofNullable(toSave);
  }

  @Override
  public List<Path> open(Node owner, String title, List<String> extensions) {
    return toOpen;
  }

  @Override
  public Optional<Path> folder(Node owner, String title) {
    return Optional.ofNullable(toFolder);
  }
}
