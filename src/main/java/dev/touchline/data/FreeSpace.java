/// How much room the disk of a folder has.
package dev.touchline.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Free space, also where the root folder is no mount point (chroot, some containers): Java's
/// `FileStore` looks the mount point up and fails there, the question to the system does not.
public final class FreeSpace {
  private FreeSpace() {}

  /// Bytes that this program may still write to the disk of an existing folder.
  public static long of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return folder.toFile().getUsableSpace();
  }
}
