/// What a match's rows must satisfy before any of them is stored.
package dev.touchline.data.feed;

import dev.touchline.football.PlayerMatch;
import java.time.LocalDate;
import java.util.List;

/// The bounds of the store and of good sense. One row outside refuses its match.
final class RowRules {
  private static final int MIN_PLAYERS = 7;
  private static final int MAX_MINUTES = 150;
  private static final int MAX_COUNT = 99;
  private static final int MAX_NAME = 200;
  private static final int MAX_COMPETITION = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

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
        !row.matchDate().isBefore(FIRST_DAY) && !row.matchDate().isAfter(LAST_DAY),
        "its date " + row.matchDate() + " is not between " + FIRST_DAY + " and " + LAST_DAY);
    text("competition", row.competition(), MAX_COMPETITION);
    text("name of player " + row.playerId(), row.playerName(), MAX_NAME);
    text("name of team " + row.teamId(), row.teamName(), MAX_NAME);
    count(row, "minutes", row.minutes(), MAX_MINUTES);
    count(row, "goals", row.goals(), MAX_COUNT);
    count(row, "shots", row.shots(), MAX_COUNT);
    count(row, "cards", row.cards(), MAX_COUNT);
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
