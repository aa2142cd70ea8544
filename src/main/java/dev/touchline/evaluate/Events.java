/// Forecasts of one prop as probabilities of one event.
package dev.touchline.evaluate;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The event "Y above the line" of N rows in M matches.
///
/// @param probability N predicted probabilities
/// @param outcome N outcomes, 0 or 1
/// @param match N indices of matches, by first appearance
/// @param matches M
record Events(double[] probability, double[] outcome, int[] match, int matches) {

  /// The events of forecasts; an empty list is a fault of kind DATA, an impossible line one of kind
  /// USAGE.
  static Events of(Prop prop, List<Forecast> forecasts, double line) {
    if (forecasts.isEmpty()) {
      throw new Fault(
          Fault.Kind.DATA,
          "There are no forecasts of " + prop.key() + " to judge.",
          "Choose a validation window that holds matches.");
    }
    if (!(line >= 0 && line < Double.MAX_VALUE)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The line " + line + " of " + prop.key() + " is not a number from 0 on.",
          "Choose a line such as 0.5.");
    }
    int n = forecasts.size();
    double[] probability = new double[n];
    double[] outcome = new double[n];
    int[] match = new int[n];
    Map<Long, Integer> index = new HashMap<>();
    for (int i = 0; i < n; i++) {
      Forecast forecast = forecasts.get(i);
      probability[i] = over(forecast.pmf(), line);
      outcome[i] = forecast.observed() > line ? 1 : 0;
      Integer next = index.size();
      Integer known = index.putIfAbsent(forecast.row().matchId(), next);
      match[i] = known == null ? next : known;
    }
    return new Events(probability, outcome, match, index.size());
  }

  /// Number of rows N.
  int size() {
    return probability.length;
  }

  private static double over(double[] pmf, double line) {
    double atMost = 0;
    for (int y = 0; y < pmf.length && y <= line; y++) {
      atMost += pmf[y];
    }
    return Math.clamp(1 - atMost, 0, 1);
  }
}
