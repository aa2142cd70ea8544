/// Small rows for tests.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

final class Rows {
  private Rows() {}

  static PlayerMatch row(
      long matchId, String date, long playerId, Position position, int minutes, int[] counts) {
    return new PlayerMatch(
        matchId,
        LocalDate.parse(date),
        "cup",
        playerId,
        "Player " + playerId,
        position,
        1,
        "Ones",
        2,
        "Twos",
        true,
        minutes,
        counts[0],
        counts[1],
        counts[2]);
  }

  /// A made-up season of 6 teams: rounds of 3 matches on one day, a week apart.
  static List<PlayerMatch> season(int rounds, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<PlayerMatch> rows = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      LocalDate day = LocalDate.of(2020, 8, 1).plusWeeks(round);
      for (int match = 0; match < 3; match++) {
        for (int side = 0; side < 2; side++) {
          long team = 1 + (match * 2 + side + round) % 6;
          long opponent = 1 + (match * 2 + 1 - side + round) % 6;
          for (int slot = 0; slot < 11; slot++) {
            Position position = Position.values()[(slot + 3) / 4];
            int goals = random.nextInt(12) == 0 ? 1 : 0;
            rows.add(
                new PlayerMatch(
                    1 + round * 3L + match,
                    day,
                    "cup",
                    team * 100 + slot,
                    "Player " + team + "-" + slot,
                    position,
                    team,
                    "Team " + team,
                    opponent,
                    "Team " + opponent,
                    side == 0,
                    1 + random.nextInt(95),
                    goals,
                    goals + random.nextInt(4),
                    random.nextInt(8) == 0 ? 1 : 0));
          }
        }
      }
    }
    rows.sort(
        java.util.Comparator.comparing(PlayerMatch::matchDate)
            .thenComparing(PlayerMatch::matchId)
            .thenComparing(PlayerMatch::teamId)
            .thenComparing(PlayerMatch::playerId));
    return rows;
  }
}
