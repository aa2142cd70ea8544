/// A match as its provider announces it.
package dev.touchline.data.feed;

import dev.touchline.football.Position;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which match it is and who plays.
///
/// @param matchId the match
/// @param date local date of the kick-off
/// @param competition the competition's key
/// @param home the team at home
/// @param away the other team
/// @param goals the announced result, or null where it is not known
public record Fixture(
    long matchId, LocalDate date, String competition, Club home, Club away, @Nullable Goals goals) {

  /// Goals of both teams, own goals of the other one included, nothing of a shoot-out.
  public record Goals(int home, int away) {
    /// The result that two numbers say; null where either is none, as a result is not worth
    /// refusing a match for.
    public static @Nullable Goals of(String home, String away) {
      return home.matches("\\d{1,2}") && away.matches("\\d{1,2}")
          ? new Goals(Integer.parseInt(home), Integer.parseInt(away))
          : null;
    }
  }

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
