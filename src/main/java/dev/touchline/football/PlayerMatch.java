/// One player in one match: the row that everything is learned from.
package dev.touchline.football;

import java.time.LocalDate;

/// What a player did in a match, with minutes above zero.
///
/// @param matchId the match
/// @param matchDate local date of the kick-off
/// @param competition the competition's key, such as `world-cup-2018`
/// @param playerId the player
/// @param playerName the player's name as the source spells it
/// @param position the player's position
/// @param teamId the player's team in this match
/// @param teamName that team's name
/// @param opponentId the other team
/// @param opponentName that team's name
/// @param wasHome whether the player's team was at home
/// @param minutes minutes played, 1 to 150
/// @param goals goals scored, own goals not counted
/// @param shots shots, on target or not
/// @param cards yellow plus red cards
public record PlayerMatch(
    long matchId,
    LocalDate matchDate,
    String competition,
    long playerId,
    String playerName,
    Position position,
    long teamId,
    String teamName,
    long opponentId,
    String opponentName,
    boolean wasHome,
    int minutes,
    int goals,
    int shots,
    int cards) {

  /// The count of a prop.
  public int count(Prop prop) {
    return switch (prop) {
      case GOALS -> goals;
      case SHOTS -> shots;
      case CARDS -> cards;
    };
  }
}
