/// A pinned question, as the home remembers it.
package dev.touchline.desktop.predict;

import dev.touchline.football.Position;
import dev.touchline.work.PriceRequest;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What was asked, not what was answered: the answer is that of the version which is served when it
/// comes back.
///
/// @param version the version that answered
/// @param playerKnown whether it knew the player, so that one that does not has lost him
/// @param opponentKnown whether it knew the opponent
/// @param player the player's id; null for a new player
/// @param playerName his name
/// @param position a new player's position, or null
/// @param opponent the opponent's id, empty for the average one
/// @param opponentName its name
/// @param home whether the player is at home
/// @param minutes minutes, or null for those expected
/// @param features features that were edited; the others follow form
/// @param interval mass of the intervals
/// @param team id of his own team, empty for his last one
record Pin(
    String version,
    boolean playerKnown,
    boolean opponentKnown,
    @Nullable String player,
    String playerName,
    @Nullable Position position,
    String opponent,
    String opponentName,
    boolean home,
    @Nullable Double minutes,
    Map<String, Double> features,
    double interval,
    String team) {

  private static final String ID = "\\d{1,18}";

  /// The pin of an answer.
  ///
  /// @param edited features that do not follow form
  static Pin of(PriceRequest question, Map<String, Double> edited, Priced answer) {
    OptionalDouble minutes = question.minutes();
    return new Pin(
        answer.version(),
        answer.playerKnown(),
        answer.opponentKnown(),
        question.player(),
        answer.player(),
        question.position(),
        question.opponent(),
        answer.opponent(),
        question.home(),
        minutes.isPresent() ? minutes.getAsDouble() : null,
        edited,
        question.interval(),
        question.team());
  }

  PriceRequest question() {
    return new PriceRequest(
        player,
        position,
        opponent,
        home,
        minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes),
        features,
        interval,
        team);
  }

  /// The same whoever answered.
  boolean asksTheSame(Pin other) {
    return question().equals(other.question());
  }

  /// Whether this answer is about somebody whom the model no longer knows.
  boolean lostIn(Priced answer) {
    return playerKnown && !answer.playerKnown() || opponentKnown && !answer.opponentKnown();
  }

  /// Who against whom.
  String title() {
    return playerName + " against " + opponentName;
  }

  /// Whether nothing is missing that a file should have held, and ids are ids.
  @SuppressWarnings("ConstantValue") // Gson leaves what a file lacks null
  boolean sound() {
    return version != null
        && (player == null || player.matches(ID))
        && playerName != null
        && opponent != null
        && (opponent.isEmpty() || opponent.matches(ID))
        && opponentName != null
        && features != null
        && features.values().stream().allMatch(Objects::nonNull)
        && team != null;
  }
}
