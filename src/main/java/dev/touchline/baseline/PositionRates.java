/// How often each position does something, per 90 minutes.
package dev.touchline.baseline;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.util.List;

/// Counts over nineties of the rows of each position; a position without rows has the rate of all.
///
/// A position that never scored still has a chance: half an event is added to each, as the mode of
/// the rate under Jeffreys' prior would have it.
final class PositionRates {
  private static final double HALF = 0.5;

  private final double[] rates = new double[Position.values().length];

  PositionRates(Prop prop, List<PlayerMatch> rows) {
    double[] counts = new double[rates.length];
    double[] nineties = new double[rates.length];
    double allCounts = HALF;
    double allNineties = 0;
    for (PlayerMatch row : rows) {
      int position = row.position().ordinal();
      counts[position] += row.count(prop);
      nineties[position] += row.minutes() / 90.0;
      allCounts += row.count(prop);
      allNineties += row.minutes() / 90.0;
    }
    for (int q = 0; q < rates.length; q++) {
      rates[q] = nineties[q] > 0 ? (counts[q] + HALF) / nineties[q] : allCounts / allNineties;
    }
  }

  /// Events per 90 minutes.
  double of(Position position) {
    return rates[position.ordinal()];
  }
}
