/// What the charts compute from draws: density, autocorrelation, ranks.
package dev.touchline.desktop.chart;

import java.util.Arrays;
import java.util.List;

/// Small computations for pictures; the figures of reports come from the diagnostics.
final class DrawStatistics {
  private DrawStatistics() {}

  /// A density estimate at equally spaced places.
  record Density(double[] x, double[] y) {}

  /// Gaussian kernel density with Silverman's bandwidth 0.9 min(sd, iqr / 1.34) n^(−1/5) (Silverman
  /// 1986, equation 3.31), on `points` places reaching three bandwidths beyond the data.
  static Density density(double[] values, int points) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int n = sorted.length;
    if (n < 2 || sorted[0] == sorted[n - 1]) {
      return new Density(new double[0], new double[0]);
    }
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double sd = Math.sqrt(Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum() / (n - 1));
    double iqr = (sorted[(int) (0.75 * (n - 1))] - sorted[(int) (0.25 * (n - 1))]) / 1.34;
    double h = 0.9 * (iqr > 0 ? Math.min(sd, iqr) : sd) * Math.pow(n, -0.2);
    double[] x = new double[points];
    double[] y = new double[points];
    double low = sorted[0] - 3 * h;
    double step = (sorted[n - 1] + 3 * h - low) / (points - 1);
    int first = 0;
    for (int i = 0; i < points; i++) {
      x[i] = low + i * step;
      while (first < n && sorted[first] < x[i] - 5 * h) {
        first++;
      }
      double sum = 0;
      for (int j = first; j < n && sorted[j] <= x[i] + 5 * h; j++) {
        double z = (x[i] - sorted[j]) / h;
        sum += Math.exp(-0.5 * z * z);
      }
      y[i] = sum / (n * h * Math.sqrt(2 * Math.PI));
    }
    return new Density(x, y);
  }

  /// Autocorrelation at lags 0 … maxLag (fewer for short chains); NaN for a constant chain.
  static double[] autocorrelation(double[] values, int maxLag) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double[] result = new double[Math.max(0, Math.min(maxLag, n - 1)) + 1];
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    for (int lag = 0; lag < result.length; lag++) {
      double sum = 0;
      for (int i = lag; i < n; i++) {
        sum += (values[i] - mean) * (values[i - lag] - mean);
      }
      result[lag] = variance > 0 ? sum / variance : Double.NaN;
    }
    return result;
  }

  /// Counts of each chain's ranks among all draws in `bins` equal classes (Vehtari et al. 2021,
  /// section 4.2); ties keep the order of the chains.
  static int[][] rankCounts(List<double[]> chains, int bins) {
    int total = chains.stream().mapToInt(c -> c.length).sum();
    record Draw(double value, int chain) {}
    Draw[] all = new Draw[total];
    int k = 0;
    for (int c = 0; c < chains.size(); c++) {
      for (double value : chains.get(c)) {
        all[k++] = new Draw(value, c);
      }
    }
    Arrays.sort(all, (a, b) -> Double.compare(a.value(), b.value()));
    int[][] counts = new int[chains.size()][bins];
    for (int rank = 0; rank < total; rank++) {
      counts[all[rank].chain()][(int) ((long) rank * bins / total)]++;
    }
    return counts;
  }
}
