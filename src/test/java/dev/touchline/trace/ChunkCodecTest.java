/// Chunks are deflate streams of shuffled doubles, whatever they hold.
package dev.touchline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunkCodecTest {
  private static final int N = 5000;
  private static final SplittableRandom RANDOM = new SplittableRandom(3);

  enum Kind {
    DRAWS(i -> -2 + 0.3 * RANDOM.nextGaussian()),
    BITS(i -> Double.longBitsToDouble(RANDOM.nextLong())),
    CONSTANT(i -> 1.0),
    COUNTS(i -> RANDOM.nextInt(5)),
    SPECIAL(i -> i % 3 == 0 ? Double.NaN : i % 3 == 1 ? -0.0 : Double.NEGATIVE_INFINITY),
    ONE_THEN_NOISE(i -> i < N / 2 ? 1 : RANDOM.nextDouble());

    final IntToDoubleFunction values;

    Kind(IntToDoubleFunction values) {
      this.values = values;
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyReaderOfDeflateGetsTheBytesBack(Kind kind) throws Exception {
    for (int n : new int[] {1, 7, N}) {
      double[] values = new double[n];
      Arrays.setAll(values, kind.values);
      byte[] packed = ChunkCodec.encode(values);
      try (Inflater inflater = new Inflater()) {
        inflater.setInput(packed);
        byte[] shuffled = new byte[n * Double.BYTES];
        int read = inflater.inflate(shuffled);
        assertThat(read).isEqualTo(shuffled.length);
        assertThat(inflater.inflate(new byte[1])).isZero();
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        for (int i = 0; i < n; i++) {
          long bits = 0;
          for (int b = 0; b < Double.BYTES; b++) {
            bits |= (shuffled[b * n + i] & 0xffL) << (8 * b);
          }
          assertThat(bits).isEqualTo(Double.doubleToRawLongBits(values[i]));
        }
      }
      if (n == N) {
        assertThat(packed.length).isLessThan((int) (1.01 * deflated(values)) + 100);
      }
    }
  }

  /// Bytes that deflate alone makes of all planes.
  private static int deflated(double[] values) {
    byte[] shuffled = new byte[values.length * Double.BYTES];
    for (int i = 0; i < values.length; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      for (int b = 0; b < Double.BYTES; b++) {
        shuffled[b * values.length + i] = (byte) (bits >>> (8 * b));
      }
    }
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(shuffled);
      deflater.finish();
      return deflater.deflate(new byte[2 * shuffled.length + 100]);
    }
  }
}
