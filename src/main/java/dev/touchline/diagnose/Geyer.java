/// Effective sample size of several chains by Geyer's initial monotone sequence.
package dev.touchline.diagnose;

import java.util.Arrays;

/// The estimator of Vehtari, Gelman, Simpson, Carpenter and Bürkner (arXiv 1903.08008, equations 10
/// to 14), with the details of ArviZ's `_ess`: the sequence stops three lags before the end, a last
/// positive even lag is kept, and τ is at least 1 / log₁₀(S).
///
/// Deviation: ArviZ takes ranges below 1e-15 for constants, which depends on the unit; here only
/// equal values are constant.
final class Geyer {
  private final Autocovariance covariance = new Autocovariance();
  private double[] rho = {};
  private double[] means = {};

  /// Effective sample size of `chains` chains of `draws` ≥ 2 draws that lie one after the other in
  /// `x`; chains · draws where all values are equal (as an indicator may be).
  double ess(double[] x, int chains, int draws) {
    int size = chains * draws;
    if (constant(x, size)) {
      return size;
    }
    if (rho.length < draws + 2) {
      rho = new double[draws + 2];
    }
    if (means.length < chains) {
      means = new double[chains];
    }
    Arrays.fill(rho, 0);
    covariance.load(x, chains, draws, means);
    covariance.pair(0);
    double within = covariance.first() * draws / (draws - 1.0);
    double total = covariance.first();
    if (chains > 1) {
      total += variance(means, chains);
    }
    double even = 1;
    double odd = 1 - (within - covariance.second()) / total;
    rho[0] = even;
    rho[1] = odd;
    if (Double.isNaN(odd)) {
      return Double.NaN;
    }
    int t = 1;
    while (t < draws - 3 && even + odd > 0) {
      covariance.pair(t + 1);
      even = 1 - (within - covariance.first()) / total;
      odd = 1 - (within - covariance.second()) / total;
      if (even + odd >= 0) {
        rho[t + 1] = even;
        rho[t + 2] = odd;
      }
      t += 2;
    }
    int last = t - 2;
    if (even > 0) {
      rho[last + 1] = even;
    }
    makeMonotone(last);
    double sum = 0;
    for (int i = 0; i <= last; i++) {
      sum += rho[i];
    }
    double tau = -1 + 2 * sum + rho[last + 1];
    return size / Math.max(tau, 1 / Math.log10(size));
  }

  private void makeMonotone(int last) {
    for (int t = 1; t <= last - 2; t += 2) {
      double before = rho[t - 1] + rho[t];
      if (rho[t + 1] + rho[t + 2] > before) {
        rho[t + 1] = before / 2;
        rho[t + 2] = rho[t + 1];
      }
    }
  }

  /// Variance with n − 1.
  static double variance(double[] x, int n) {
    double mean = Autocovariance.mean(x, 0, n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (x[i] - mean) * (x[i] - mean);
    }
    return sum / (n - 1);
  }

  private static boolean constant(double[] x, int n) {
    for (int i = 1; i < n; i++) {
      if (x[i] != x[0]) {
        return false;
      }
    }
    return true;
  }
}
