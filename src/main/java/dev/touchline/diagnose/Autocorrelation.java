/// Autocorrelation of one chain, for plots.
package dev.touchline.diagnose;

import java.util.Arrays;

/// How much a draw tells about later ones.
public final class Autocorrelation {
  private Autocorrelation() {}

  /// Autocorrelations at lags 0 … maxLag (at most n − 1): Σᵢ (xᵢ − x̄)(xᵢ₊ₜ − x̄) / Σᵢ (xᵢ − x̄)².
  /// All NaN for constant draws or draws that are not finite; empty without draws.
  public static double[] of(double[] draws, int maxLag) {
    int n = draws.length;
    int lags = Math.min(Math.max(maxLag, 0) + 1, n);
    double[] correlations = new double[lags];
    if (n < 2) {
      Arrays.fill(correlations, Double.NaN);
      return correlations;
    }
    Autocovariance covariance = new Autocovariance();
    covariance.load(draws, 1, n, new double[1]);
    covariance.pair(0);
    double variance = covariance.first();
    double scale = variance > 0 ? 1 / variance : Double.NaN;
    for (int t = 0; t < lags; t += 2) {
      // A pair needs its second lag below n; the last odd one out is read as the second of a pair.
      boolean alone = t + 1 >= n;
      covariance.pair(alone ? t - 1 : t);
      correlations[t] = (alone ? covariance.second() : covariance.first()) * scale;
      if (t + 1 < lags) {
        correlations[t + 1] = covariance.second() * scale;
      }
    }
    return correlations;
  }
}
