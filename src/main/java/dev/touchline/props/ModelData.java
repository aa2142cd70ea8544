/// The arrays that a model is trained on.
package dev.touchline.props;

import static java.util.Objects.requireNonNull;

import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.football.Team;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Training data as indices and arrays. N rows, F features, K props.
///
/// @param props the K props, in the model's order
/// @param players the players, ascending by id
/// @param opponents the opponents, ascending by id
/// @param scale the F features' names, means and sds
/// @param player N indices into `players`
/// @param opponent N indices into `opponents`
/// @param home N values of 0 or 1
/// @param logExposure N values ln(minutes / 90)
/// @param x N × F standardised features, row-major
/// @param y N × K counts, row-major
/// @param variant which terms the model has
/// @param teams the players' own teams, ascending by id; empty where the model has no effects of
///   them
/// @param team N indices into `teams`; empty likewise
/// @param playerTeams index into `teams` of each player's last team; empty likewise
public record ModelData(
    List<Prop> props,
    List<Player> players,
    List<Team> opponents,
    FeatureScale scale,
    int[] player,
    int[] opponent,
    double[] home,
    double[] logExposure,
    double[] x,
    int[] y,
    ModelVariant variant,
    List<Team> teams,
    int[] team,
    int[] playerTeams) {

  /// Data of the reference model.
  public ModelData(
      List<Prop> props,
      List<Player> players,
      List<Team> opponents,
      FeatureScale scale,
      int[] player,
      int[] opponent,
      double[] home,
      double[] logExposure,
      double[] x,
      int[] y) {
    this(
        props,
        players,
        opponents,
        scale,
        player,
        opponent,
        home,
        logExposure,
        x,
        y,
        ModelVariant.REFERENCE,
        List.of(),
        new int[0],
        new int[0]);
  }

  /// Number of rows.
  public int rows() {
    return player.length;
  }

  /// Number of features.
  public int featureCount() {
    return scale.names().size();
  }

  /// The reference model's data, see the other method.
  public static ModelData of(RowSet training, FeatureScale scale, List<Prop> props) {
    return of(training, scale, props, ModelVariant.REFERENCE);
  }

  /// Indexes and standardises training rows. A player's position is the most frequent of his rows
  /// (ties: the latest), his team that of his last row.
  public static ModelData of(
      RowSet training, FeatureScale scale, List<Prop> props, ModelVariant variant) {
    Map<Long, PlayerMatch> lastOf = new TreeMap<>();
    Map<Long, Map<Position, Integer>> positions = new TreeMap<>();
    Map<Long, String> opponentNames = new TreeMap<>();
    Map<Long, String> teamNames = new TreeMap<>();
    for (PlayerMatch row : training.rows()) {
      lastOf.put(row.playerId(), row);
      positions
          .computeIfAbsent(row.playerId(), id -> new EnumMap<>(Position.class))
          .merge(row.position(), 1, Integer::sum);
      opponentNames.put(row.opponentId(), row.opponentName());
      if (variant.teamEffects()) {
        teamNames.put(row.teamId(), row.teamName());
      }
    }
    List<Player> players = new ArrayList<>();
    Map<Long, Integer> playerIndex = new TreeMap<>();
    lastOf.forEach(
        (id, row) -> {
          playerIndex.put(id, players.size());
          players.add(
              new Player(
                  id,
                  row.playerName(),
                  majority(requireNonNull(positions.get(id)), row.position())));
        });
    List<Team> opponents = new ArrayList<>();
    Map<Long, Integer> opponentIndex = index(opponentNames, opponents);
    List<Team> teams = new ArrayList<>();
    Map<Long, Integer> teamIndex = index(teamNames, teams);
    int n = training.size();
    int f = training.featureNames().size();
    int k = props.size();
    int[] player = new int[n];
    int[] opponent = new int[n];
    double[] home = new double[n];
    double[] logExposure = new double[n];
    double[] x = new double[n * f];
    int[] y = new int[n * k];
    int[] team = new int[variant.teamEffects() ? n : 0];
    int[] playerTeams = new int[variant.teamEffects() ? players.size() : 0];
    double[] raw = new double[f];
    for (int i = 0; i < n; i++) {
      PlayerMatch row = training.rows().get(i);
      player[i] = requireNonNull(playerIndex.get(row.playerId()));
      opponent[i] = requireNonNull(opponentIndex.get(row.opponentId()));
      if (variant.teamEffects()) {
        team[i] = requireNonNull(teamIndex.get(row.teamId()));
        playerTeams[player[i]] = team[i];
      }
      home[i] = row.wasHome() ? 1 : 0;
      logExposure[i] = Math.log(row.minutes() / 90.0);
      for (int j = 0; j < f; j++) {
        raw[j] = training.feature(i, j);
      }
      System.arraycopy(scale.standardise(raw), 0, x, i * f, f);
      for (int j = 0; j < k; j++) {
        y[i * k + j] = row.count(props.get(j));
      }
    }
    return new ModelData(
        List.copyOf(props),
        List.copyOf(players),
        List.copyOf(opponents),
        scale,
        player,
        opponent,
        home,
        logExposure,
        x,
        y,
        variant,
        List.copyOf(teams),
        team,
        playerTeams);
  }

  /// Lists teams in the order of their ids, and gives each one's place.
  private static Map<Long, Integer> index(Map<Long, String> names, List<Team> teams) {
    Map<Long, Integer> index = new TreeMap<>();
    names.forEach(
        (id, name) -> {
          index.put(id, teams.size());
          teams.add(new Team(id, name));
        });
    return index;
  }

  private static Position majority(Map<Position, Integer> counts, Position latest) {
    Position best = latest;
    for (Map.Entry<Position, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > counts.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    return best;
  }
}
