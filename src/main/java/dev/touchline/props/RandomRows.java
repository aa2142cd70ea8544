/// Training rows at random, of any size, for measurements and tests.
package dev.touchline.props;

import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Rows that no league would play, but that cost what rows cost.
public final class RandomRows {
  private RandomRows() {}

  /// Rows with every player in at least one, features of a standard normal, counts up to 4.
  public static ModelData of(
      List<Prop> props, int rows, int players, int opponents, int features, long seed) {
    return of(props, rows, players, opponents, features, ModelVariant.REFERENCE, 0, seed);
  }

  /// The same for another variant, with own teams where it has effects of them; some players change
  /// teams.
  public static ModelData of(
      List<Prop> props,
      int rows,
      int players,
      int opponents,
      int features,
      ModelVariant variant,
      int teams,
      long seed) {
    ModelData reference = reference(props, rows, players, opponents, features, seed);
    if (!variant.teamEffects()) {
      return with(reference, variant, List.of(), new int[0], new int[0]);
    }
    List<Team> teamList = new ArrayList<>();
    for (int t = 0; t < teams; t++) {
      teamList.add(new Team(10 + t, "Team " + t));
    }
    int[] team = new int[rows];
    int[] playerTeams = new int[players];
    for (int i = 0; i < rows; i++) {
      int player = reference.player()[i];
      team[i] = (player + (player % 5 == 0 && i >= players ? 1 : 0)) % teams;
      playerTeams[player] = team[i];
    }
    return with(reference, variant, teamList, team, playerTeams);
  }

  private static ModelData with(
      ModelData data, ModelVariant variant, List<Team> teams, int[] team, int[] playerTeams) {
    return new ModelData(
        data.props(),
        data.players(),
        data.opponents(),
        data.scale(),
        data.player(),
        data.opponent(),
        data.home(),
        data.logExposure(),
        data.x(),
        data.y(),
        variant,
        teams,
        team,
        playerTeams);
  }

  private static ModelData reference(
      List<Prop> props, int rows, int players, int opponents, int features, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Player> playerList = new ArrayList<>();
    for (int p = 0; p < players; p++) {
      playerList.add(new Player(100 + p, "Player " + p, Position.values()[(p * 7 + 1) % 4]));
    }
    List<Team> teams = new ArrayList<>();
    for (int o = 0; o < opponents; o++) {
      teams.add(new Team(10 + o, "Team " + o));
    }
    List<String> names = new ArrayList<>();
    double[] mean = new double[features];
    double[] sd = new double[features];
    for (int f = 0; f < features; f++) {
      names.add("feature_" + f);
      sd[f] = 1;
    }
    int k = props.size();
    int[] player = new int[rows];
    int[] opponent = new int[rows];
    double[] home = new double[rows];
    double[] logExposure = new double[rows];
    double[] x = new double[rows * features];
    int[] y = new int[rows * k];
    for (int i = 0; i < rows; i++) {
      player[i] = i < players ? i : random.nextInt(players);
      opponent[i] = random.nextInt(opponents);
      home[i] = random.nextInt(2);
      logExposure[i] = Math.log((1 + random.nextInt(95)) / 90.0);
      for (int f = 0; f < features; f++) {
        x[i * features + f] = random.nextGaussian();
      }
      for (int j = 0; j < k; j++) {
        y[i * k + j] = random.nextInt(5) * random.nextInt(2);
      }
    }
    return new ModelData(
        props,
        playerList,
        teams,
        new FeatureScale(names, mean, sd),
        player,
        opponent,
        home,
        logExposure,
        x,
        y);
  }
}
