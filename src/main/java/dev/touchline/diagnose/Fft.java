/// A fast Fourier transform for autocovariances at many lags.
package dev.touchline.diagnose;

/// In-place radix-2 transform of one fixed length, with its twiddle factors.
final class Fft {
  final int length;

  /// Factors of each stage side by side, that of span s from index s on.
  private final double[] cos;

  private final double[] sin;

  /// @param length a power of two
  Fft(int length) {
    this.length = length;
    cos = new double[length];
    sin = new double[length];
    for (int span = 1; span < length; span <<= 1) {
      for (int k = 0; k < span; k++) {
        cos[span + k] = Math.cos(-Math.PI * k / span);
        sin[span + k] = Math.sin(-Math.PI * k / span);
      }
    }
  }

  /// Transforms (re, im) forward, unnormalised.
  void forward(double[] re, double[] im) {
    reverseBits(re, im);
    for (int span = 1; span < length; span <<= 1) {
      for (int start = 0; start < length; start += 2 * span) {
        for (int k = 0; k < span; k++) {
          int i = start + k;
          int j = i + span;
          double c = cos[span + k];
          double s = sin[span + k];
          double tr = re[j] * c - im[j] * s;
          double ti = re[j] * s + im[j] * c;
          re[j] = re[i] - tr;
          im[j] = im[i] - ti;
          re[i] += tr;
          im[i] += ti;
        }
      }
    }
  }

  private void reverseBits(double[] re, double[] im) {
    int shift = 32 - Integer.numberOfTrailingZeros(length);
    for (int i = 1; i < length; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        double t = re[i];
        re[i] = re[j];
        re[j] = t;
        t = im[i];
        im[i] = im[j];
        im[j] = t;
      }
    }
  }
}
