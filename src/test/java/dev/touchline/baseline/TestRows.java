/// Small rows for tests of baselines.
package dev.touchline.baseline;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.RowSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

final class TestRows {
  private TestRows() {}

  /// A row of a match on a day of January 2020 between team 1 (the player's) and 2.
  static PlayerMatch row(int day, long player, Position position, int minutes, int shots) {
    return row(day, player, 1, 2, position, minutes, shots);
  }

  static PlayerMatch row(
      int day, long player, long team, long opponent, Position position, int minutes, int shots) {
    return new PlayerMatch(
        day,
        LocalDate.of(2020, 1, 1).plusDays(day),
        "cup",
        player,
        "Player " + player,
        position,
        team,
        "Team " + team,
        opponent,
        "Team " + opponent,
        team < opponent,
        minutes,
        0,
        shots,
        0);
  }

  /// Rows with one feature that is always 7.
  static RowSet set(PlayerMatch... rows) {
    return set(List.of(rows));
  }

  static RowSet set(List<PlayerMatch> rows) {
    double[] features = new double[rows.size()];
    Arrays.fill(features, 7);
    return new RowSet(rows, List.of("form"), features);
  }
}
