/// ln λ of rows for every draw of a trace.
package dev.touchline.predict;

import dev.touchline.trace.TraceSource;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The linear predictor: a e + α + η h + x·β + u + v + w, where the trace has an exponent a on
/// minutes and own teams' effects w. A player, opponent or team whom the model does not know has
/// the effect of a fresh member of the population, drawn for each draw by the seed and the id, so
/// that all its rows and props share it.
final class LogRates {
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final long OPPONENTS = 0x6F7070L;
  private static final long TEAMS = 0x7465616DL;

  private final TraceSource trace;
  private final RatedRows rows;
  private final int props;
  private final long seed;

  LogRates(TraceSource trace, RatedRows rows, int props, long seed) {
    this.trace = trace;
    this.rows = rows;
    this.props = props;
    this.seed = seed;
  }

  /// ln λ of one prop, shape (count, rows).
  double[] read(int prop, int chain, int firstDraw, int count) {
    int n = rows.size();
    double[] alpha = trace.read("alpha", chain, firstDraw, count);
    double[] home = trace.read("home", chain, firstDraw, count);
    double[] beta = trace.read("beta", chain, firstDraw, count);
    double[] positions = trace.read("position_effect", chain, firstDraw, count);
    double[] players = trace.read("player_effect", chain, firstDraw, count);
    double[] opponents = trace.read("opponent_effect", chain, firstDraw, count);
    boolean freeExponent = trace.schema().parameter("minutes_exponent").isPresent();
    double[] exponents =
        freeExponent ? trace.read("minutes_exponent", chain, firstDraw, count) : new double[0];
    boolean teamEffects = trace.schema().parameter("team_effect").isPresent();
    double[] teams =
        teamEffects ? trace.read("team_effect", chain, firstDraw, count) : new double[0];
    @Nullable Newcomers newTeams =
        teamEffects ? new Newcomers("team", chain, firstDraw, count, seed ^ TEAMS) : null;
    Newcomers newPlayers = new Newcomers("player", chain, firstDraw, count, seed);
    Newcomers newOpponents = new Newcomers("opponent", chain, firstDraw, count, seed ^ OPPONENTS);
    int features = beta.length / Math.max(1, count * props);
    int playerWidth = players.length / Math.max(1, count);
    int opponentWidth = opponents.length / Math.max(1, count);
    int teamWidth = teams.length / Math.max(1, count);
    int positionWidth = positions.length / Math.max(1, count);
    double[] target = new double[Math.multiplyExact(count, n)];
    for (int d = 0; d < count; d++) {
      double level = alpha[d * props + prop];
      double homeLevel = home[d * props + prop];
      double exponent = freeExponent ? exponents[d * props + prop] : 1;
      for (int i = 0; i < n; i++) {
        double sum = exponent * rows.logExposure()[i] + level + homeLevel * rows.home()[i];
        for (int f = 0; f < features; f++) {
          sum += rows.x()[i * features + f] * beta[(d * features + f) * props + prop];
        }
        int p = rows.player()[i];
        sum +=
            p >= 0
                ? players[d * playerWidth + p * props + prop]
                : positions[d * positionWidth + rows.position()[i] * props + prop]
                    + newPlayers.deviation(d, rows.playerIds()[i], prop);
        int o = rows.opponent()[i];
        sum +=
            o >= 0
                ? opponents[d * opponentWidth + o * props + prop]
                : newOpponents.deviation(d, rows.opponentIds()[i], prop);
        if (newTeams != null) {
          int t = rows.team()[i];
          sum +=
              t >= 0
                  ? teams[d * teamWidth + t * props + prop]
                  : newTeams.deviation(d, rows.teamIds()[i], prop);
        }
        target[d * n + i] = sum;
      }
    }
    return target;
  }

  /// A generator for something of one draw.
  static SplittableRandom random(long seed, int chain, int draw, long what) {
    long state = seed;
    for (long part : new long[] {chain, draw, what}) {
      state = (state ^ part) * MIX;
      state ^= state >>> 29;
    }
    return new SplittableRandom(state);
  }

  /// diag(σ) L ε of players, opponents or teams whom the model does not know.
  private final class Newcomers {
    private final double[] sd;
    private final double[] correlation;
    private final int chain;
    private final int firstDraw;
    private final long seed;

    Newcomers(String family, int chain, int firstDraw, int count, long seed) {
      sd = trace.read(family + "_sd", chain, firstDraw, count);
      correlation = trace.read(family + "_corr", chain, firstDraw, count);
      this.chain = chain;
      this.firstDraw = firstDraw;
      this.seed = seed;
    }

    double deviation(int draw, long id, int prop) {
      double[] matrix = new double[props * props];
      System.arraycopy(correlation, draw * matrix.length, matrix, 0, matrix.length);
      double[] factor = Population.factor(matrix, props);
      SplittableRandom random = random(seed, chain, firstDraw + draw, id);
      double sum = 0;
      for (int j = 0; j <= prop; j++) {
        sum += factor[prop * props + j] * random.nextGaussian();
      }
      return sd[draw * props + prop] * sum;
    }
  }
}
