/// A match as its provider announces it.
package dev.touchline.data.feed;

import dev.touchline.football.Position;
import java.time.LocalDate;

/// Which match it is and who plays.
///
/// @param matchId the match
/// @param date local date of the kick-off
/// @param competition the competition's key
/// @param home the team at home
/// @param away the other team
public record Fixture(long matchId, LocalDate date, String competition, Club home, Club away) {

  /// A team.
  public record Club(long id, String name) {}

  /// What is known of a player apart from the match.
  public record Person(String name, Position position) {}

  /// The team of an id; another team's id refuses the match.
  public Club club(long id) {
    if (id == home.id) {
      return home;
    }
    if (id == away.id) {
      return away;
    }
    throw new MatchRefused("team " + id + " does not play in it");
  }
}
