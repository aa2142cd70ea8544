/// A question about a player as a person asks it.
package dev.touchline.work;

import dev.touchline.football.Position;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A question with names or ids.
///
/// @param player name or id; null asks for an unknown player outright
/// @param position position of an unknown player, or null
/// @param opponent name or id; empty for the average opponent
/// @param home whether the player's team is at home
/// @param minutes minutes that he will play; empty: what his recent appearances let expect, given
///   that he plays
/// @param features raw features that replace those of his form
/// @param interval mass of the intervals
/// @param team name or id of his own team; empty for his last one
public record PriceRequest(
    @Nullable String player,
    @Nullable Position position,
    String opponent,
    boolean home,
    OptionalDouble minutes,
    Map<String, Double> features,
    double interval,
    String team) {

  /// A question about a player of his last team and given minutes.
  public PriceRequest(
      @Nullable String player,
      @Nullable Position position,
      String opponent,
      boolean home,
      double minutes,
      Map<String, Double> features,
      double interval) {
    this(player, position, opponent, home, OptionalDouble.of(minutes), features, interval, "");
  }
}
