/// One forecaster's scores of one prop, summed by match, so that any resample of matches is quickly
/// scored.
package dev.touchline.evaluate;

import dev.touchline.football.Prop;
import java.util.List;

final class MatchFigures {
  private final Prop prop;
  private final int matches;
  private final Binning.MatchSums sums;
  private final double[] log;
  private final double[] rps;
  private final double[] brier;

  /// @param line the event of ECE and Brier score is Y above this line
  MatchFigures(Prop prop, List<Forecast> forecasts, double line) {
    this.prop = prop;
    Events events = Events.of(prop, forecasts, line);
    matches = events.matches();
    sums = Binning.equalWidth(events).matchSums(events);
    log = new double[matches];
    rps = new double[matches];
    brier = new double[matches];
    for (int i = 0; i < events.size(); i++) {
      int match = events.match()[i];
      double gap = events.probability()[i] - events.outcome()[i];
      log[match] += CountScores.log(forecasts.get(i));
      rps[match] += CountScores.rps(forecasts.get(i));
      brier[match] += gap * gap;
    }
  }

  Prop prop() {
    return prop;
  }

  int matches() {
    return matches;
  }

  /// Sums of the log score by match, in order of their first row.
  double[] logSums() {
    return log;
  }

  /// ECE of a resample; `times` says how often each match was drawn.
  double ece(int[] times) {
    return sums.ece(times);
  }

  /// Mean log score of a resample.
  double log(int[] times) {
    return mean(log, times);
  }

  /// Mean RPS of a resample.
  double rps(int[] times) {
    return mean(rps, times);
  }

  /// Brier score of a resample.
  double brier(int[] times) {
    return mean(brier, times);
  }

  private double mean(double[] byMatch, int[] times) {
    double sum = 0;
    double n = 0;
    for (int m = 0; m < byMatch.length; m++) {
      sum += times[m] * byMatch[m];
      n += times[m] * sums.rows()[m];
    }
    return sum / n;
  }
}
