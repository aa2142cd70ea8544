/// The simultaneous band for the empirical distribution of ranks that ought to be uniform.
package dev.touchline.sbc;

/// Säilynoja, Bürkner and Vehtari (arXiv 2103.10522): pointwise binomial intervals at every
/// possible rank, at a coverage 1 − γ chosen so that the whole curve of N independent uniform ranks
/// lies inside with the probability asked for. That probability is computed exactly by their
/// recursion over the evaluation points (their algorithm 2), so the p-value of a set of ranks needs
/// no simulation either.
///
/// Ranks take `values` values from 0. The curve is evaluated at z_j = j / values for j = 1 … values
/// − 1: the number of ranks below j is Binomial(N, z_j).
final class EcdfBand {
  private final int ranks;
  private final int values;
  private final double[] logFactorial;

  /// @param ranks N
  /// @param values number of possible ranks, at least 2
  EcdfBand(int ranks, int values) {
    if (ranks < 1 || values < 2) {
      throw new IllegalArgumentException(ranks + " ranks of " + values + " values have no band");
    }
    this.ranks = ranks;
    this.values = values;
    logFactorial = new double[ranks + 1];
    for (int i = 1; i <= ranks; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
  }

  /// Lowest and highest counts inside the band at each evaluation point, [2][values − 1], for
  /// pointwise intervals at coverage 1 − gamma.
  int[][] limits(double gamma) {
    int[][] limits = new int[2][values - 1];
    for (int j = 1; j < values; j++) {
      double z = (double) j / values;
      limits[0][j - 1] = quantile(gamma / 2, z);
      limits[1][j - 1] = quantile(1 - gamma / 2, z);
    }
    return limits;
  }

  /// Probability that the curve of uniform ranks lies inside [#limits] everywhere.
  double coverage(double gamma) {
    int[][] limits = limits(gamma);
    double[] inside = new double[ranks + 1];
    inside[0] = 1;
    double[] next = new double[ranks + 1];
    int low = 0;
    int high = 0;
    for (int j = 1; j < values; j++) {
      // Given c ranks below the last point, those of the rest that fall before this one.
      double p = 1.0 / (values - j + 1);
      int newLow = limits[0][j - 1];
      int newHigh = limits[1][j - 1];
      java.util.Arrays.fill(next, 0);
      for (int c = low; c <= high; c++) {
        if (inside[c] > 0) {
          for (int d = Math.max(c, newLow); d <= newHigh; d++) {
            next[d] += inside[c] * pmf(d - c, ranks - c, p);
          }
        }
      }
      double[] swap = inside;
      inside = next;
      next = swap;
      low = newLow;
      high = newHigh;
    }
    double sum = 0;
    for (int c = low; c <= high; c++) {
      sum += inside[c];
    }
    return sum;
  }

  /// The largest γ whose band holds the whole curve with at least this probability, to a relative
  /// 1e-6.
  double gamma(double probability) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-6 * high) {
      double middle = low == 0 && high > 1e-9 ? high / 8 : 0.5 * (low + high);
      if (coverage(middle) >= probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// How often the curve of uniform ranks strays at least as far as these do: small where they are
  /// not uniform.
  double pValue(int[] observed) {
    int[] below = counts(observed);
    double smallest = 1;
    for (int j = 1; j < values; j++) {
      double z = (double) j / values;
      int c = below[j - 1];
      double tail = Math.min(cdf(c, z), c == 0 ? 1 : 1 - cdf(c - 1, z));
      smallest = Math.min(smallest, 2 * tail);
    }
    // Just inside the smallest tail, so that curves that stray as far count.
    return Math.min(1, Math.max(0, 1 - coverage(smallest * (1 + 1e-9))));
  }

  /// Number of ranks below each evaluation point.
  int[] counts(int[] observed) {
    if (observed.length != ranks) {
      throw new IllegalArgumentException(observed.length + " ranks instead of " + ranks);
    }
    int[] below = new int[values - 1];
    for (int rank : observed) {
      for (int j = rank + 1; j < values; j++) {
        below[j - 1]++;
      }
    }
    return below;
  }

  private int quantile(double probability, double z) {
    double sum = 0;
    for (int c = 0; c < ranks; c++) {
      sum += pmf(c, ranks, z);
      if (sum >= probability) {
        return c;
      }
    }
    return ranks;
  }

  private double cdf(int c, double z) {
    double sum = 0;
    for (int i = 0; i <= c; i++) {
      sum += pmf(i, ranks, z);
    }
    return Math.min(1, sum);
  }

  private double pmf(int c, int n, double p) {
    if (p >= 1) {
      return c == n ? 1 : 0;
    }
    return Math.exp(
        logFactorial[n]
            - logFactorial[c]
            - logFactorial[n - c]
            + c * Math.log(p)
            + (n - c) * Math.log1p(-p));
  }
}
