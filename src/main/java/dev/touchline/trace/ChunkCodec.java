/// Packs doubles as HDF5's shuffle and deflate filters do.
package dev.touchline.trace;

import java.util.Arrays;
import java.util.zip.Deflater;

/// The filters are applied here, and not by HDF5, because its library uses one thread only, and
/// because most bytes of a draw are noise: the lower six of its eight planes of bytes cannot be
/// compressed, and trying takes nearly all the time. Such planes are stored in the same stream as
/// they are, which any reader of deflate understands; the file is as small as before.
final class ChunkCodec {
  /// Entropy above which deflate gains next to nothing, bits a byte.
  private static final double NOISE = 7.5;

  private static final int BYTES = 256;

  private ChunkCodec() {}

  /// Bytes of little-endian doubles, shuffled (all first bytes, all second bytes, …) and deflated
  /// with zlib's header and Adler-32 checksum.
  static byte[] encode(double[] values) {
    int n = values.length;
    byte[] shuffled = shuffle(values);
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      Output out = new Output(deflater, shuffled.length);
      int plane = 0;
      while (plane < Double.BYTES) {
        boolean noise = noise(shuffled, plane * n, n);
        int end = plane + 1;
        while (end < Double.BYTES && noise(shuffled, end * n, n) == noise) {
          end++;
        }
        out.level(noise ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        out.write(shuffled, plane * n, (end - plane) * n, end == Double.BYTES);
        plane = end;
      }
      return out.bytes();
    }
  }

  /// The same of whole numbers of 32 bits.
  static byte[] encodeIntegers(double[] values) {
    int n = values.length;
    byte[] shuffled = new byte[n * Integer.BYTES];
    for (int i = 0; i < n; i++) {
      int bits = (int) values[i];
      for (int b = 0; b < Integer.BYTES; b++) {
        shuffled[b * n + i] = (byte) (bits >>> (8 * b));
      }
    }
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      Output out = new Output(deflater, shuffled.length);
      out.write(shuffled, 0, shuffled.length, true);
      return out.bytes();
    }
  }

  private static byte[] shuffle(double[] values) {
    int n = values.length;
    byte[] shuffled = new byte[n * Double.BYTES];
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      for (int b = 0; b < Double.BYTES; b++) {
        shuffled[b * n + i] = (byte) (bits >>> (8 * b));
      }
    }
    return shuffled;
  }

  private static boolean noise(byte[] bytes, int from, int length) {
    int[] counts = new int[BYTES];
    for (int i = from; i < from + length; i++) {
      counts[bytes[i] & 0xff]++;
    }
    double entropy = 0;
    for (int count : counts) {
      if (count > 0) {
        entropy -= count * Math.log((double) count / length);
      }
    }
    return entropy > NOISE * Math.log(2) * length;
  }

  /// What the deflater gives.
  private static final class Output {
    private final Deflater deflater;
    private byte[] packed;
    private int length;

    Output(Deflater deflater, int size) {
      this.deflater = deflater;
      packed = new byte[size + size / 100 + 1024];
    }

    /// A level holds for what is given after it: the deflater has to hear of it without input.
    void level(int level) {
      deflater.setLevel(level);
      take();
    }

    void write(byte[] bytes, int from, int count, boolean last) {
      deflater.setInput(bytes, from, count);
      if (last) {
        deflater.finish();
      }
      while (last ? !deflater.finished() : !deflater.needsInput()) {
        take();
      }
    }

    private void take() {
      if (length == packed.length) {
        packed = Arrays.copyOf(packed, 2 * packed.length);
      }
      length += deflater.deflate(packed, length, packed.length - length);
    }

    byte[] bytes() {
      return Arrays.copyOf(packed, length);
    }
  }
}
