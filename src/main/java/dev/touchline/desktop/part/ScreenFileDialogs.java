/// The system's own file dialogs.
package dev.touchline.desktop.part;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/// Dialogs of the platform.
public final class ScreenFileDialogs implements FileDialogs {
  @Override
  public Optional<Path> save(Node owner, String title, String suggestedName) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    File file = chooser.showSaveDialog(owner.getScene().getWindow());
    return Optional.ofNullable(file).map(File::toPath);
  }

  @Override
  public List<Path> open(Node owner, String title, List<String> extensions) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                String.join(", ", extensions),
                extensions.stream().map(extension -> "*." + extension).toList()));
    List<File> files = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> folder(Node owner, String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    File folder = chooser.showDialog(owner.getScene().getWindow());
    return Optional.ofNullable(folder).map(File::toPath);
  }
}
