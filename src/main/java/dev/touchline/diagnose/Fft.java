/// A fast Fourier transform for autocovariances at many lags.
package dev.touchline.diagnose;

/// In-place radix-2 transform of one fixed length, with its twiddle factors.
final class Fft {
  final int length;
  private final double[] cos;
  private final double[] sin;

  /// @param length a power of two
  Fft(int length) {
    this.length = length;
    cos = new double[length / 2];
    sin = new double[length / 2];
    for (int i = 0; i < length / 2; i++) {
      cos[i] = Math.cos(-2 * Math.PI * i / length);
      sin[i] = Math.sin(-2 * Math.PI * i / length);
    }
  }

  /// Transforms (re, im) forward, unnormalised.
  void forward(double[] re, double[] im) {
    reverseBits(re, im);
    for (int span = 1; span < length; span <<= 1) {
      int stride = length / (2 * span);
      for (int start = 0; start < length; start += 2 * span) {
        for (int i = start, k = 0; i < start + span; i++, k += stride) {
          int j = i + span;
          double tr = re[j] * cos[k] - im[j] * sin[k];
          double ti = re[j] * sin[k] + im[j] * cos[k];
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
