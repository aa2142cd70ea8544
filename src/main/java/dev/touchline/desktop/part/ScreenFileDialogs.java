/// The system's own file dialogs.
package dev.touchline.desktop.part;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Dialogs of the platform.
public final class ScreenFileDialogs implements FileDialogs {
  private @Nullable File last;

  @Override
  public Optional<Path> save(Node owner, String title, String suggestedName) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    chooser.setInitialDirectory(begin());
    return chosen(chooser.showSaveDialog(owner.getScene().getWindow()));
  }

  @Override
  public List<Path> open(Node owner, String title, List<String> extensions) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(begin());
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                String.join(", ", extensions),
                extensions.stream().map(extension -> "*." + extension).toList()));
    List<File> files = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
    if (files == null || files.isEmpty()) {
      return List.of();
    }
    last = files.getFirst().getParentFile();
    return files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> folder(Node owner, String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(begin());
    return chosen(chooser.showDialog(owner.getScene().getWindow()));
  }

  /// The folder of the last file, while it is there; null leaves it to the platform.
  private @Nullable File begin() {
    return last != null && last.isDirectory() ? last : null;
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    last = file.getParentFile();
    return Optional.of(file.toPath());
  }
}
