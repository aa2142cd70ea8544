/// One of a player's matches.
package dev.touchline.desktop.predict;

import dev.touchline.football.PlayerMatch;
import java.time.LocalDate;

/// A row of the table of recent matches.
record RecentMatch(
    LocalDate date, String opponent, String venue, int minutes, int goals, int shots, int cards) {
  static RecentMatch of(PlayerMatch row) {
    return new RecentMatch(
        row.matchDate(),
        row.opponentName(),
        row.wasHome() ? "H" : "A",
        row.minutes(),
        row.goals(),
        row.shots(),
        row.cards());
  }
}
