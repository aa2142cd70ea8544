/// Packs doubles as HDF5's shuffle and deflate filters do.
package dev.touchline.trace;

import java.util.Arrays;
import java.util.zip.Deflater;

/// The filters are applied here, and not by HDF5, because its library uses one thread only.
final class ChunkCodec {
  private ChunkCodec() {}

  /// Bytes of little-endian doubles, shuffled (all first bytes, all second bytes, …) and deflated
  /// at level 1 with zlib's header and Adler-32 checksum.
  static byte[] encode(double[] values) {
    int n = values.length;
    byte[] shuffled = new byte[n * Double.BYTES];
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      for (int b = 0; b < Double.BYTES; b++) {
        shuffled[b * n + i] = (byte) (bits >>> (8 * b));
      }
    }
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(shuffled);
      deflater.finish();
      byte[] packed = new byte[shuffled.length + shuffled.length / 100 + 64];
      int length = deflater.deflate(packed);
      while (!deflater.finished()) {
        packed = Arrays.copyOf(packed, packed.length * 2);
        length += deflater.deflate(packed, length, packed.length - length);
      }
      return Arrays.copyOf(packed, length);
    }
  }
}
