/// What files that hover above the window are: rows or a trace.
package dev.touchline.desktop.part;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.Dragboard;

/// Decided by their names, as nothing can be read while they hover.
public final class DroppedFiles {
  private static final List<String> ROWS = List.of(".csv", ".zip", ".json");

  private DroppedFiles() {}

  /// The files, none where something else is dragged.
  public static List<Path> of(Dragboard board) {
    return board.hasFiles() ? board.getFiles().stream().map(File::toPath).toList() : List.of();
  }

  /// Whether they can only be rows: folders, or files as importers read them.
  public static boolean areRows(List<Path> files) {
    return files.stream()
        .anyMatch(
            file -> file.toFile().isDirectory() || ROWS.stream().anyMatch(end -> ends(file, end)));
  }

  /// Whether it can only be a trace.
  public static boolean areTrace(List<Path> files) {
    return !files.isEmpty() && ends(files.getFirst(), ".nc");
  }

  private static boolean ends(Path file, String end) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(end);
  }
}
