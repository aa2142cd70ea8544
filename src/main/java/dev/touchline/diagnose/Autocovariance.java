/// Autocovariances of several chains, lag by lag, as far as they are asked for.
package dev.touchline.diagnose;

import java.util.Arrays;

/// Autocovariance averaged over m chains of n draws, Σᵢ (xᵢ − x̄)(xᵢ₊ₜ − x̄) / n as in ArviZ.
///
/// Geyer's sequence usually ends after a few lags, so they are summed directly, eight at a time;
/// past [#DIRECT_LAGS] one Fourier transform gives all of them. Scratch arrays are kept between
/// uses.
final class Autocovariance {
  /// Where the transform becomes cheaper than direct sums (measured at 8 chains of 1,000 draws).
  private static final int DIRECT_LAGS = 64;

  private static final int BLOCK = 8;

  private final double[] direct = new double[DIRECT_LAGS];
  private int summed;
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
    summed = 0;
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

  /// Finds lags t and t + 1 (both below n); read them with [#first] and [#second].
  void pair(int t) {
    if (!transformed && t + 1 >= DIRECT_LAGS) {
      transform();
    }
    if (transformed) {
      evenLag = all[t];
      oddLag = all[t + 1];
      return;
    }
    while (summed <= t + 1) {
      sumBlock(summed);
      summed += BLOCK;
    }
    evenLag = direct[t];
    oddLag = direct[t + 1];
  }

  /// Sums [#BLOCK] lags from t on over all chains; lags beyond the chain come out as zero.
  private void sumBlock(int t) {
    for (int lag = t; lag < t + BLOCK; lag++) {
      direct[lag] = 0;
    }
    for (int chain = 0; chain < chains; chain++) {
      sumBlock(centred, chain * draws, draws, t);
    }
    double scale = 1.0 / ((double) draws * chains);
    for (int lag = t; lag < t + BLOCK; lag++) {
      direct[lag] *= scale;
    }
  }

  /// Eight independent sums keep the processor's adders busy, which one sum cannot.
  private void sumBlock(double[] c, int from, int n, int t) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int whole = Math.max(0, n - t - BLOCK + 1);
    for (int i = from; i < from + whole; i++) {
      double x = c[i];
      int y = i + t;
      s0 += x * c[y];
      s1 += x * c[y + 1];
      s2 += x * c[y + 2];
      s3 += x * c[y + 3];
      s4 += x * c[y + 4];
      s5 += x * c[y + 5];
      s6 += x * c[y + 6];
      s7 += x * c[y + 7];
    }
    direct[t] += s0;
    direct[t + 1] += s1;
    direct[t + 2] += s2;
    direct[t + 3] += s3;
    direct[t + 4] += s4;
    direct[t + 5] += s5;
    direct[t + 6] += s6;
    direct[t + 7] += s7;
    for (int i = whole; i < n - t; i++) {
      for (int lag = t; lag < Math.min(t + BLOCK, n - i); lag++) {
        direct[lag] += c[from + i] * c[from + i + lag];
      }
    }
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
