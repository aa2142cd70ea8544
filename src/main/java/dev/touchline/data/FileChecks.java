/// What the rows of one file must agree on.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers a file's matches and players, so that a line that contradicts an earlier one is told.
final class FileChecks {
  private record Seen(LocalDate date, String competition, long team, long opponent, long line) {}

  private record Key(long matchId, long playerId) {}

  private final Map<Long, Seen> matches = new HashMap<>();
  private final Map<Key, Long> players = new HashMap<>();

  /// Whether a player of a match was accepted.
  boolean has(long matchId, long playerId) {
    return players.containsKey(new Key(matchId, playerId));
  }

  /// Tells the column and the reason for which a row cannot stand, or accepts it.
  ///
  /// @return null where accepted, else column and reason
  String @Nullable [] check(PlayerMatch row, long line) {
    Seen seen = matches.get(row.matchId());
    if (seen != null) {
      String match = "match " + row.matchId();
      if (!seen.date.equals(row.matchDate())) {
        return new String[] {
          "match_date",
          match + " is on " + seen.date + " in line " + seen.line + ", not on " + row.matchDate()
        };
      }
      if (!seen.competition.equals(row.competition())) {
        return new String[] {
          "competition", match + " belongs to \"" + seen.competition + "\" in line " + seen.line
        };
      }
      boolean same = seen.team == row.teamId() && seen.opponent == row.opponentId();
      boolean other = seen.team == row.opponentId() && seen.opponent == row.teamId();
      if (!same && !other) {
        return new String[] {
          "team_id",
          "%s is between teams %d and %d in line %d, not %d and %d"
              .formatted(match, seen.team, seen.opponent, seen.line, row.teamId(), row.opponentId())
        };
      }
    }
    Long first = players.putIfAbsent(new Key(row.matchId(), row.playerId()), line);
    if (first != null) {
      return new String[] {
        "player_id",
        "player %d stands twice in match %d, first in line %d"
            .formatted(row.playerId(), row.matchId(), first)
      };
    }
    if (seen == null) {
      matches.put(
          row.matchId(),
          new Seen(row.matchDate(), row.competition(), row.teamId(), row.opponentId(), line));
    }
    return null;
  }
}
