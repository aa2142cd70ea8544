/// Tells whether a database failed because the disk is full.
package dev.touchline.data;

import dev.touchline.fault.Causes;
import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The embedded database reports a full disk as a database that was closed, or as an internal
/// error, depending on where it found out.
final class FullDisk {
  /// Less than this is no room to work in.
  private static final long LEAST_BYTES = 256 << 10;

  private FullDisk() {}

  /// The fault, or null where the disk is not the reason.
  ///
  /// @param where the database: for an embedded one the path of its file
  static @Nullable Fault of(Throwable e, String where) {
    boolean said =
        Causes.of(e).stream()
            .anyMatch(c -> String.valueOf(c.getMessage()).contains("o space left"));
    if (!said && !full(where)) {
      return null;
    }
    return new Fault(
        Fault.Kind.STORAGE,
        "The database " + where + " could not write its files: the disk is full.",
        "Make room on its disk and run the command again; nothing was half done.",
        e);
  }

  private static boolean full(String where) {
    try {
      Path folder = Path.of(where).getParent();
      return folder != null && Files.isDirectory(folder) && FreeSpace.of(folder) < LEAST_BYTES;
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }
}
