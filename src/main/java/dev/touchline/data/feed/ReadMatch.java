/// A match as it was read.
package dev.touchline.data.feed;

import dev.touchline.football.PlayerMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one match and its result.
///
/// @param rows one row a player
/// @param score the result, or null where the source does not say it
public record ReadMatch(List<PlayerMatch> rows, @Nullable Score score) {

  /// Goals as announced, nothing of a shoot-out; own goals by the team whose players scored them.
  public record Score(int home, int away, int homeOwnGoals, int awayOwnGoals) {}
}
