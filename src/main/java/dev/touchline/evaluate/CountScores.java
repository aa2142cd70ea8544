/// Scores of forecast counts.
package dev.touchline.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scores and calibration of whole count distributions.
public final class CountScores {
  /// Least probability that the log score reckons with: counts beyond the pmf, of which less than
  /// 1e-9 is left, cost what is left of it, and never more than 27.6.
  private static final double LEAST = 1e-12;

  private static final int PIT_BINS = 10;
  private static final int[] MASSES = {50, 80, 95};

  private CountScores() {}

  /// −ln P(Y = y).
  public static double log(Forecast forecast) {
    double[] pmf = forecast.pmf();
    int y = forecast.observed();
    double probability = y < pmf.length ? pmf[y] : 1 - below(pmf, pmf.length);
    return -Math.log(Math.max(LEAST, probability));
  }

  /// Ranked probability score of a count: Σ_y (F(y) − 1{observed ≤ y})² (Czado, Gneiting and Held
  /// 2009).
  public static double rps(Forecast forecast) {
    double[] pmf = forecast.pmf();
    int last = Math.max(pmf.length - 1, forecast.observed());
    double cumulative = 0;
    double sum = 0;
    for (int y = 0; y <= last; y++) {
      cumulative += y < pmf.length ? pmf[y] : 0;
      double gap = cumulative - (forecast.observed() <= y ? 1 : 0);
      sum += gap * gap;
    }
    return sum;
  }

  /// Share of counts inside the central intervals, by mass in percent.
  ///
  /// A count has no interval of exactly half its mass: most would hold nearly every count and say
  /// nothing. Counts are therefore spread evenly over their step [F(y − 1), F(y)] of the
  /// distribution function, as for the PIT, and the part of it inside the central mass is what
  /// counts. A calibrated forecaster covers exactly 50, 80 and 95 % on average.
  static Map<Integer, Double> coverage(List<Forecast> forecasts) {
    Map<Integer, Double> coverage = new LinkedHashMap<>();
    for (int mass : MASSES) {
      double tail = (1 - mass / 100.0) / 2;
      double inside = 0;
      for (Forecast forecast : forecasts) {
        inside += belowLevel(forecast, 1 - tail) - belowLevel(forecast, tail);
      }
      coverage.put(mass, inside / forecasts.size());
    }
    return coverage;
  }

  /// The non-randomised PIT histogram of Czado, Gneiting and Held (Biometrics 2009): 10 bins, mean
  /// 1, flat for a calibrated forecaster.
  static List<Double> pit(List<Forecast> forecasts) {
    List<Double> heights = new ArrayList<>(PIT_BINS);
    double before = 0;
    for (int b = 1; b <= PIT_BINS; b++) {
      double level = (double) b / PIT_BINS;
      double mean = 0;
      for (Forecast forecast : forecasts) {
        mean += belowLevel(forecast, level) / forecasts.size();
      }
      heights.add(PIT_BINS * (mean - before));
      before = mean;
    }
    return List.copyOf(heights);
  }

  /// The conditional PIT: how much of the observed count's step lies below a level, 0 to 1.
  private static double belowLevel(Forecast forecast, double level) {
    double from = below(forecast.pmf(), forecast.observed());
    double to =
        forecast.observed() + 1 >= forecast.pmf().length
            ? 1
            : below(forecast.pmf(), forecast.observed() + 1);
    if (level >= to) {
      return 1;
    }
    return level <= from ? 0 : (level - from) / (to - from);
  }

  /// P(Y < count).
  private static double below(double[] pmf, int count) {
    double sum = 0;
    for (int y = 0; y < Math.min(count, pmf.length); y++) {
      sum += pmf[y];
    }
    return sum;
  }
}
