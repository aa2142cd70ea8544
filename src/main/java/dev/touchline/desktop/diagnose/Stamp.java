/// Tells whether a file is still the one that was judged.
package dev.touchline.desktop.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// @param bytes its size
/// @param modified when it was last written, milliseconds
record Stamp(long bytes, long modified) {
  private static final Stamp NONE = new Stamp(-1, -1);

  /// That of a file; one that is not there has none.
  static Stamp of(Path file) {
    try {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      return NONE;
    }
  }

  boolean known() {
    return !equals(NONE);
  }
}
