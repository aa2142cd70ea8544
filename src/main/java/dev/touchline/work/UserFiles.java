/// Writes the files that users ask for: prices, reports.
package dev.touchline.work;

import java.nio.file.Path;

/// A file of a user is replaced whole or stays as it was.
public final class UserFiles {
  private UserFiles() {}

  /// Writes a text; a full disk or a folder that may not be written to is a fault of kind STORAGE.
  public static void write(Path file, String text) {
    FileTree.writeAtomically(file.toAbsolutePath(), text);
  }
}
