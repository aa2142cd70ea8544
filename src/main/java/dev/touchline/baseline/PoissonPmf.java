/// The Poisson distribution as the list of probabilities that forecasts are made of.
package dev.touchline.baseline;

import java.util.Arrays;

final class PoissonPmf {
  /// The list goes on until less than this is left …
  private static final double REST = 1e-9;

  /// … or it is this long, which no footballer ever needs.
  private static final int MOST_COUNTS = 1024;

  private PoissonPmf() {}

  /// P(0), P(1), … of a mean, by the recurrence P(y) = P(y − 1) · mean / y.
  static double[] of(double mean) {
    double[] pmf = new double[MOST_COUNTS];
    double term = Math.exp(-mean);
    double rest = 1;
    int y = 0;
    while (true) {
      pmf[y] = term;
      rest -= term;
      y++;
      if (rest < REST || y == MOST_COUNTS) {
        return Arrays.copyOf(pmf, y);
      }
      term *= mean / y;
    }
  }
}
