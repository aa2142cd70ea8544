/// Running counts and nineties of players, teams or whatever has a key.
package dev.touchline.baseline;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import java.util.HashMap;
import java.util.Map;

/// Rates per 90 minutes as of now, shrunken to a prior rate.
///
/// @param <K> what is told apart
final class Tally<K> {
  private static final Prop[] PROPS = Prop.values();
  private static final double[] NOTHING = new double[PROPS.length + 1];

  private final Map<K, double[]> sums = new HashMap<>();
  private final double weight;

  /// @param weight nineties that the prior rate is worth
  Tally(double weight) {
    this.weight = weight;
  }

  /// Takes a row that has been played.
  void observe(K key, PlayerMatch row) {
    double[] own = sums.computeIfAbsent(key, k -> new double[PROPS.length + 1]);
    for (Prop prop : PROPS) {
      own[prop.ordinal()] += row.count(prop);
    }
    own[PROPS.length] += row.minutes() / 90.0;
  }

  /// (c + weight · prior) / (n + weight) of a key's c events in n nineties.
  double rate(K key, Prop prop, double prior) {
    double[] own = sums.getOrDefault(key, NOTHING);
    return (own[prop.ordinal()] + weight * prior) / (own[PROPS.length] + weight);
  }

  /// Nineties seen of a key.
  double nineties(K key) {
    return sums.getOrDefault(key, NOTHING)[PROPS.length];
  }
}
