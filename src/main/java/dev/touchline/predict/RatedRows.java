/// Rows whose rates are to be computed, as indices and arrays.
package dev.touchline.predict;

import dev.touchline.football.Player;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import dev.touchline.football.Team;
import dev.touchline.props.ModelData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// N rows with F features, in the terms of a trained model.
///
/// @param playerIds N ids
/// @param player N indices into the model's players; −1: unknown to it
/// @param position N ordinals of positions
/// @param opponentIds N ids
/// @param opponent N indices into its opponents; −1: unknown to it
/// @param teamIds N ids of own teams
/// @param team N indices into its own teams; −1: unknown to it, or it has no effects of them
/// @param home N values of 0 or 1
/// @param logExposure N values ln(minutes / 90)
/// @param x N × F standardised features, row-major
public record RatedRows(
    long[] playerIds,
    int[] player,
    int[] position,
    long[] opponentIds,
    int[] opponent,
    long[] teamIds,
    int[] team,
    double[] home,
    double[] logExposure,
    double[] x) {

  /// Number of rows.
  public int size() {
    return player.length;
  }

  /// Rows, which may be those of another window than the model's. Of players whom the model knows
  /// it takes the model's position.
  public static RatedRows of(RowSet rows, ModelData model) {
    Map<Long, Integer> players = indices(model.players().stream().map(Player::id).toList());
    Map<Long, Integer> opponents = indices(model.opponents().stream().map(Team::id).toList());
    Map<Long, Integer> teams = indices(model.teams().stream().map(Team::id).toList());
    int n = rows.size();
    int f = model.featureCount();
    RatedRows rated =
        new RatedRows(
            new long[n],
            new int[n],
            new int[n],
            new long[n],
            new int[n],
            new long[n],
            new int[n],
            new double[n],
            new double[n],
            new double[n * f]);
    double[] raw = new double[f];
    for (int i = 0; i < n; i++) {
      PlayerMatch row = rows.rows().get(i);
      rated.playerIds[i] = row.playerId();
      rated.player[i] = players.getOrDefault(row.playerId(), -1);
      rated.position[i] =
          (rated.player[i] < 0 ? row.position() : model.players().get(rated.player[i]).position())
              .ordinal();
      rated.opponentIds[i] = row.opponentId();
      rated.opponent[i] = opponents.getOrDefault(row.opponentId(), -1);
      rated.teamIds[i] = row.teamId();
      rated.team[i] = teams.getOrDefault(row.teamId(), -1);
      rated.home[i] = row.wasHome() ? 1 : 0;
      rated.logExposure[i] = Math.log(row.minutes() / 90.0);
      for (int j = 0; j < f; j++) {
        raw[j] = rows.feature(i, j);
      }
      System.arraycopy(model.scale().standardise(raw), 0, rated.x, i * f, f);
    }
    return rated;
  }

  private static Map<Long, Integer> indices(List<Long> ids) {
    Map<Long, Integer> indices = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      indices.put(ids.get(i), i);
    }
    return indices;
  }
}
