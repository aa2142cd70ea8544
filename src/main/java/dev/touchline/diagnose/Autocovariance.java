/// Autocovariances of several chains, lag by lag, as far as they are asked for.
package dev.touchline.diagnose;

import java.util.Arrays;

/// Autocovariance averaged over m chains of n draws, Σᵢ (xᵢ − x̄)(xᵢ₊ₜ − x̄) / n as in ArviZ.
///
/// Geyer's sequence usually ends after a few lags, so they are summed directly, two at a time; past
/// [#DIRECT_LAGS] one Fourier transform gives all of them. Scratch arrays are kept between uses.
final class Autocovariance {
  /// Where the transform becomes cheaper than direct sums (measured at 8 chains of 1,000 draws).
  private static final int DIRECT_LAGS = 64;

  private double[] centred = {};
  private double[] re = {};
  private double[] im = {};
  private double[] all = {};
  private Fft fft = new Fft(2);
  private int chains;
  private int draws;
  private boolean transformed;
  private double evenLag;
  private double oddLag;

  /// Takes m chains of n draws that lie one after the other in `x`; writes their means.
  void load(double[] x, int m, int n, double[] means) {
    chains = m;
    draws = n;
    transformed = false;
    if (centred.length < m * n) {
      centred = new double[m * n];
    }
    for (int chain = 0; chain < m; chain++) {
      int from = chain * n;
      double mean = mean(x, from, n);
      means[chain] = mean;
      for (int i = from; i < from + n; i++) {
        centred[i] = x[i] - mean;
      }
    }
  }

  /// The mean in two passes, so that a large offset costs no digits.
  static double mean(double[] x, int from, int n) {
    double sum = 0;
    for (int i = from; i < from + n; i++) {
      sum += x[i];
    }
    double first = sum / n;
    double rest = 0;
    for (int i = from; i < from + n; i++) {
      rest += x[i] - first;
    }
    return first + rest / n;
  }

  /// Computes lags t and t + 1 (both below n); read them with [#first] and [#second].
  void pair(int t) {
    if (!transformed && t + 1 > DIRECT_LAGS) {
      transform();
    }
    if (transformed) {
      evenLag = all[t];
      oddLag = all[t + 1];
      return;
    }
    double sum0 = 0;
    double sum1 = 0;
    for (int chain = 0; chain < chains; chain++) {
      int from = chain * draws;
      int end = from + draws - t - 1;
      double a0 = 0;
      double a1 = 0;
      double b0 = 0;
      double b1 = 0;
      int i = from;
      for (; i + 1 < end; i += 2) {
        double x0 = centred[i];
        double x1 = centred[i + 1];
        double y1 = centred[i + t + 1];
        a0 += x0 * centred[i + t];
        a1 += x1 * y1;
        b0 += x0 * y1;
        b1 += x1 * centred[i + t + 2];
      }
      for (; i < end; i++) {
        a0 += centred[i] * centred[i + t];
        b0 += centred[i] * centred[i + t + 1];
      }
      sum0 += a0 + a1 + centred[end] * centred[end + t];
      sum1 += b0 + b1;
    }
    double scale = 1.0 / ((double) draws * chains);
    evenLag = sum0 * scale;
    oddLag = sum1 * scale;
  }

  /// Lag t of the last [#pair].
  double first() {
    return evenLag;
  }

  /// Lag t + 1 of the last [#pair].
  double second() {
    return oddLag;
  }

  /// Two real chains share one complex transform: the inverse of its squared modulus has the sum of
  /// their autocovariances as real part. All chains' moduli are added before the one way back.
  private void transform() {
    int length = Integer.highestOneBit(2 * draws - 1) << 1;
    if (fft.length != length) {
      fft = new Fft(length);
      re = new double[length];
      im = new double[length];
      all = new double[length];
    }
    Arrays.fill(all, 0);
    for (int chain = 0; chain < chains; chain += 2) {
      fill(re, chain);
      fill(im, chain + 1);
      fft.forward(re, im);
      for (int i = 0; i < length; i++) {
        all[i] += re[i] * re[i] + im[i] * im[i];
      }
    }
    System.arraycopy(all, 0, re, 0, length);
    Arrays.fill(im, 0);
    fft.forward(re, im);
    double scale = 1.0 / ((double) length * draws * chains);
    for (int i = 0; i < draws; i++) {
      all[i] = re[i] * scale;
    }
    transformed = true;
  }

  private void fill(double[] target, int chain) {
    Arrays.fill(target, 0);
    if (chain < chains) {
      System.arraycopy(centred, chain * draws, target, 0, draws);
    }
  }
}
