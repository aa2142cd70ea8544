/// Tells from its first bytes whether a file can be netCDF-4 at all.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A netCDF-4 file is an HDF5 file: its signature stands at byte 0, or at 512, 1024, 2048 … behind
/// a block of the user's (HDF5 file format specification, section II.A).
final class Signature {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final byte[] CLASSIC = {'C', 'D', 'F'};
  private static final int FIRST_BLOCK = 512;
  private static final int LAST_PLACE = 1 << 20;

  private Signature() {}

  /// Throws where the file is of another kind.
  static void check(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] start = read(channel, 0);
      if (Arrays.equals(Arrays.copyOf(start, CLASSIC.length), CLASSIC)) {
        throw Damaged.until(
            "it is a netCDF file of the older kind, without groups",
            "Convert it with nccopy -k nc4, or save it again with ArviZ's to_netcdf.");
      }
      boolean found = Arrays.equals(start, HDF5);
      for (long at = FIRST_BLOCK; !found && at <= LAST_PLACE && at < channel.size(); at *= 2) {
        found = Arrays.equals(read(channel, at), HDF5);
      }
      if (!found) {
        throw Damaged.noTrace("it is not a netCDF-4 file");
      }
    }
  }

  private static byte[] read(FileChannel channel, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HDF5.length);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // Reads on.
    }
    return bytes.array();
  }
}
