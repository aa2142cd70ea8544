/// What a match's rows must satisfy before any of them is stored.
package dev.touchline.data.feed;

import dev.touchline.football.PlayerMatch;
import java.util.List;

/// One row outside of [RowBounds] refuses its match.
final class RowRules {
  private static final int MIN_PLAYERS = 7;

  private RowRules() {}

  /// The rows, or [MatchRefused] with the first thing that is wrong.
  static List<PlayerMatch> checked(List<PlayerMatch> rows) {
    long home = rows.stream().filter(PlayerMatch::wasHome).count();
    for (long players : new long[] {home, rows.size() - home}) {
      demand(
          players >= MIN_PLAYERS,
          "a team has " + players + " players, fewer than the " + MIN_PLAYERS + " that may play");
    }
    rows.forEach(RowRules::check);
    return List.copyOf(rows);
  }

  private static void check(PlayerMatch row) {
    id("match", row.matchId());
    id("player", row.playerId());
    id("team", row.teamId());
    demand(row.teamId() != row.opponentId(), "team " + row.teamId() + " plays against itself");
    demand(
        !row.matchDate().isBefore(RowBounds.FIRST_DAY)
            && !row.matchDate().isAfter(RowBounds.LAST_DAY),
        "its date "
            + row.matchDate()
            + " is not between "
            + RowBounds.FIRST_DAY
            + " and "
            + RowBounds.LAST_DAY);
    text("competition", row.competition(), RowBounds.MAX_COMPETITION);
    text("name of player " + row.playerId(), row.playerName(), RowBounds.MAX_NAME);
    text("name of team " + row.teamId(), row.teamName(), RowBounds.MAX_NAME);
    count(row, "minutes", row.minutes(), RowBounds.MAX_MINUTES);
    count(row, "goals", row.goals(), RowBounds.MAX_COUNT);
    count(row, "shots", row.shots(), RowBounds.MAX_COUNT);
    count(row, "cards", row.cards(), RowBounds.MAX_COUNT);
  }

  private static void id(String what, long id) {
    demand(id > 0, "its " + what + " id " + id + " is not positive");
  }

  private static void text(String what, String text, int longest) {
    demand(!text.isBlank(), "the " + what + " is empty");
    demand(text.length() <= longest, "the " + what + " is longer than " + longest + " characters");
    demand(
        text.chars().noneMatch(Character::isISOControl),
        "the " + what + " holds a control character");
  }

  private static void count(PlayerMatch row, String what, int count, int most) {
    demand(
        count <= most,
        "player " + row.playerId() + " has " + count + " " + what + ", more than " + most);
  }

  private static void demand(boolean holds, String reason) {
    if (!holds) {
      throw new MatchRefused(reason);
    }
  }
}
