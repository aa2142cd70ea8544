/// Resampling of matches.
package dev.touchline.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Draws matches with replacement, as many as there are: rows of one match are dependent, matches
/// are not. The resamples depend on the seed and the number of matches alone, so figures computed
/// from two forecasters of the same matches are paired.
final class MatchBootstrap {
  private static final double TAIL = 0.025;

  private final int[][] times;

  MatchBootstrap(int matches, int replications, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    times = new int[replications][matches];
    for (int[] resample : times) {
      for (int draw = 0; draw < matches; draw++) {
        resample[random.nextInt(matches)]++;
      }
    }
  }

  /// A figure of every resample, given how often each match was drawn.
  double[] figures(ToDoubleFunction<int[]> figure) {
    return Arrays.stream(times).mapToDouble(figure).toArray();
  }

  /// A 95 % interval.
  record Interval(double low, double high) {}

  /// The central 95 % of the resampled figures: for means.
  Interval percentile(double[] figures) {
    if (times.length == 0 || times[0].length < 2) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  /// The same reflected at the estimate ("basic" bootstrap interval, Davison and Hinkley 1997): for
  /// sums of absolute values such as the ECE, which are too large in any sample and still larger in
  /// a resample of it. Reflecting takes that bias off; in simulations it covers the truth far more
  /// often than percentiles do.
  Interval reflected(double[] figures, double estimate) {
    Interval plain = percentile(figures);
    return new Interval(2 * estimate - plain.high, 2 * estimate - plain.low);
  }

  /// Linear between order statistics (type 7).
  static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int rank = (int) place;
    double upper = sorted[Math.min(rank + 1, sorted.length - 1)];
    return sorted[rank] + (place - rank) * (upper - sorted[rank]);
  }
}
