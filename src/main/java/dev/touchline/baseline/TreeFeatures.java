/// What the boosted trees look at: numbers that are known before kick-off, and the minutes.
package dev.touchline.baseline;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Columns of a row, all as of the morning of its match day:
///
/// - the row set's own features (form);
/// - minutes, home, and one column a position;
/// - the player's nineties so far and, for each prop, his rate so far (5 nineties of his position's
///   rate added), the rate of his team and the rate that the opponent concedes (100 nineties of the
///   league's rate added), and the rate that the opponent concedes to his position (100 nineties of
///   the position's rate added).
///
/// Rows are taken one day after the other, and a day's rows do not see each other.
final class TreeFeatures {
  private static final Prop[] PROPS = Prop.values();
  private static final Position[] POSITIONS = Position.values();
  private static final double PLAYER_NINETIES = 5;
  private static final double TEAM_NINETIES = 100;
  private static final double POSITION_NINETIES = 3;
  private static final double FIRST_RATE = 0.1;

  /// A team's opponents of one position.
  private record Facing(long team, Position position) {}

  private final Tally<Boolean> league = new Tally<>(POSITION_NINETIES);
  private final Tally<Position> positions = new Tally<>(POSITION_NINETIES);
  private final Tally<Long> players = new Tally<>(PLAYER_NINETIES);
  private final Tally<Long> teams = new Tally<>(TEAM_NINETIES);
  private final Tally<Long> opponents = new Tally<>(TEAM_NINETIES);
  private final Tally<Facing> facing = new Tally<>(TEAM_NINETIES);
  private final int own;
  private final List<PlayerMatch> today = new ArrayList<>();
  private LocalDate day = LocalDate.MIN;

  /// @param own how many features the row sets have themselves
  TreeFeatures(int own) {
    this.own = own;
  }

  /// Number of columns.
  int width() {
    return own + 2 + POSITIONS.length + 1 + 4 * PROPS.length;
  }

  /// The columns of the next rows, row-major; rows come ordered by date, also from one call to the
  /// next.
  float[] next(RowSet rows) {
    float[] matrix = new float[rows.size() * width()];
    for (int i = 0; i < rows.size(); i++) {
      PlayerMatch row = rows.rows().get(i);
      if (!row.matchDate().equals(day)) {
        today.forEach(this::observe);
        today.clear();
        day = row.matchDate();
      }
      int at = i * width();
      for (int f = 0; f < own; f++) {
        matrix[at++] = (float) rows.feature(i, f);
      }
      fill(row, matrix, at);
      today.add(row);
    }
    return matrix;
  }

  private void fill(PlayerMatch row, float[] matrix, int from) {
    int at = from;
    matrix[at++] = row.minutes();
    matrix[at++] = row.wasHome() ? 1 : 0;
    for (Position position : POSITIONS) {
      matrix[at++] = row.position() == position ? 1 : 0;
    }
    matrix[at++] = (float) players.nineties(row.playerId());
    for (Prop prop : PROPS) {
      double all = league.rate(true, prop, FIRST_RATE);
      double usual = positions.rate(row.position(), prop, FIRST_RATE);
      matrix[at++] = (float) players.rate(row.playerId(), prop, usual);
      matrix[at++] = (float) teams.rate(row.teamId(), prop, all);
      matrix[at++] = (float) opponents.rate(row.opponentId(), prop, all);
      matrix[at++] = (float) facing.rate(new Facing(row.opponentId(), row.position()), prop, usual);
    }
  }

  private void observe(PlayerMatch row) {
    league.observe(true, row);
    positions.observe(row.position(), row);
    players.observe(row.playerId(), row);
    teams.observe(row.teamId(), row);
    opponents.observe(row.opponentId(), row);
    facing.observe(new Facing(row.opponentId(), row.position()), row);
  }
}
