/// The players and teams of a simulation, with effects drawn from the model.
package dev.touchline.data.sample;

import dev.touchline.data.RunningForm;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Team;
import java.util.ArrayList;
import java.util.List;

/// Draws the population. The global parameters are fixed at values that give the rates of a World
/// Cup: about 2.5 goals, 24 shots and 3.5 cards a match.
final class World {
  /// Players of each position in a squad, in the order of `Position`.
  static final int[] SQUAD = {3, 8, 7, 5};

  static final int SQUAD_SIZE = 23;
  private static final long FIRST_TEAM_ID = 90_001;

  // Rows are goals, shots, cards where they are K long; the columns likewise.
  private static final double[] ALPHA = {-2.47, -0.30, -2.15};
  private static final double[] HOME = {0.15, 0.12, -0.08};
  // Kept small: form feeds on what it predicts, and a player of rate c per 90 whose log rate gains
  // b
  // per unit of his own form runs away once b·c passes 1/e.
  private static final double[][] BETA = {
    {0.03, 0.01, 0.00}, {0.02, 0.03, 0.00}, {0.00, 0.00, 0.04}, {0.04, 0.05, -0.04}
  };
  private static final double[][] POSITION_EFFECT = {
    {-4.20, -3.60, -0.90}, {-0.70, -0.45, 0.20}, {0.15, 0.35, 0.25}, {0.90, 0.75, 0.00}
  };
  private static final double[] PLAYER_SD = {0.35, 0.45, 0.35};
  private static final double[][] PLAYER_CORR = {{1, 0.6, -0.1}, {0.6, 1, 0.1}, {-0.1, 0.1, 1}};
  private static final double[] OPPONENT_SD = {0.30, 0.20, 0.20};
  private static final double[][] OPPONENT_CORR = {{1, 0.7, 0.2}, {0.7, 1, 0.1}, {0.2, 0.1, 1}};

  /// Typical means and sds of the raw features, in their order.
  private static final FeatureScale SCALE =
      new FeatureScale(
          RunningForm.NAMES,
          new double[] {0.11, 1.1, 0.15, 0.25},
          new double[] {0.12, 0.8, 0.10, 0.25});

  private World() {}

  /// Draws squads and effects for the first `teams` nations.
  static Truth draw(int teams, Dice dice) {
    NameMaker names = new NameMaker(dice);
    List<Team> opponents = new ArrayList<>();
    List<Player> players = new ArrayList<>();
    double[][] playerChol = cholesky(PLAYER_CORR);
    double[][] opponentChol = cholesky(OPPONENT_CORR);
    double[][] playerEffect = new double[teams * SQUAD_SIZE][];
    double[][] opponentEffect = new double[teams][];
    for (int t = 0; t < teams; t++) {
      Team team = new Team(FIRST_TEAM_ID + t, NameMaker.NATIONS.get(t));
      opponents.add(team);
      opponentEffect[t] = effect(new double[Truth.PROPS], OPPONENT_SD, opponentChol, dice);
      for (Position position : Position.values()) {
        for (int i = 0; i < SQUAD[position.ordinal()]; i++) {
          long id = team.id() * 100 + players.size() % SQUAD_SIZE + 1;
          playerEffect[players.size()] =
              effect(POSITION_EFFECT[position.ordinal()], PLAYER_SD, playerChol, dice);
          players.add(new Player(id, names.player(t), position));
        }
      }
    }
    return new Truth(
        ALPHA,
        HOME,
        BETA,
        POSITION_EFFECT,
        PLAYER_SD,
        PLAYER_CORR,
        OPPONENT_SD,
        OPPONENT_CORR,
        SCALE,
        List.copyOf(players),
        playerEffect,
        List.copyOf(opponents),
        opponentEffect);
  }

  private static double[] effect(double[] mean, double[] sd, double[][] chol, Dice dice) {
    double[] z = new double[mean.length];
    for (int k = 0; k < z.length; k++) {
      z[k] = dice.gaussian();
    }
    double[] effect = new double[mean.length];
    for (int k = 0; k < effect.length; k++) {
      double sum = 0;
      for (int j = 0; j <= k; j++) {
        sum += chol[k][j] * z[j];
      }
      effect[k] = mean[k] + sd[k] * sum;
    }
    return effect;
  }

  private static double[][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }
}
