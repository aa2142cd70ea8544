/// Tells from its first bytes which kind of netCDF a file can be, if any.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A netCDF-4 file is an HDF5 file: its signature stands at byte 0, or at 512, 1024, 2048 … behind
/// a block of the user's (HDF5 file format specification, section II.A). A netCDF-3 file begins
/// with `CDF` and 1 or, with 64-bit offsets, 2.
enum Signature {
  /// netCDF-4.
  HDF5,
  /// netCDF-3, which has no groups.
  NETCDF3;

  private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int FIRST_BLOCK = 512;
  private static final int LAST_PLACE = 1 << 20;

  /// Throws where the file is of another kind.
  static Signature of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] start = read(channel, 0);
      if (start[0] == 'C' && start[1] == 'D' && start[2] == 'F') {
        if (start[3] == 1 || start[3] == 2) {
          return NETCDF3;
        }
        throw Damaged.until(
            "it is a netCDF file of the kind " + start[3] + ", not 1, 2 or netCDF-4",
            "Convert it with nccopy -k nc4, or save it again with ArviZ's to_netcdf.");
      }
      boolean found = Arrays.equals(start, MAGIC);
      for (long at = FIRST_BLOCK; !found && at <= LAST_PLACE && at < channel.size(); at *= 2) {
        found = Arrays.equals(read(channel, at), MAGIC);
      }
      if (!found) {
        throw Damaged.noTrace("it is not a netCDF file");
      }
      return HDF5;
    }
  }

  private static byte[] read(FileChannel channel, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length);
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // Reads on.
    }
    return bytes.array();
  }
}
