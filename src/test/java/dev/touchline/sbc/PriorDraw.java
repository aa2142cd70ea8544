/// One draw of all parameters from the priors, written down from model.md and not from the density.
package dev.touchline.sbc;

import dev.touchline.football.Position;
import dev.touchline.props.ModelVariant;
import java.util.List;
import java.util.random.RandomGenerator;

/// Parameters of K props; players and opponents by index.
///
/// @param alpha [prop]
/// @param home [prop]
/// @param beta [feature][prop]
/// @param positionEffect [position][prop]
/// @param playerEffect [player][prop]
/// @param opponentEffect [opponent][prop]
/// @param playerSd [prop]
/// @param opponentSd [prop]
/// @param playerCorr [prop][prop]
/// @param opponentCorr [prop][prop]
/// @param minutesExponent [prop], or none where it is 1
/// @param teamEffect [team][prop], or none likewise with its sds and correlations
/// @param teamSd [prop]
/// @param teamCorr [prop][prop]
record PriorDraw(
    double[] alpha,
    double[] home,
    double[][] beta,
    double[][] positionEffect,
    double[][] playerEffect,
    double[][] opponentEffect,
    double[] playerSd,
    double[] opponentSd,
    double[][] playerCorr,
    double[][] opponentCorr,
    double[][] minutesExponent,
    double[][] teamEffect,
    double[][] teamSd,
    double[][] teamCorr) {

  /// Draws everything.
  ///
  /// @param positions each player's position
  /// @param opponents number of opponents, who are the own teams too
  static PriorDraw of(
      RandomGenerator random,
      int k,
      int features,
      List<Position> positions,
      int opponents,
      ModelVariant variant) {
    double[] alpha = normals(random, k, -1, 1.5);
    double[] home = normals(random, k, 0, 0.5);
    double[][] beta = new double[features][];
    for (int f = 0; f < features; f++) {
      beta[f] = normals(random, k, 0, 0.5);
    }
    double[][] gamma = new double[Position.values().length][];
    for (int q = 0; q < gamma.length; q++) {
      gamma[q] = normals(random, k, 0, 1);
    }
    double[] playerSd = halfNormals(random, k);
    double[] opponentSd = halfNormals(random, k);
    double[][] playerCorr = correlation(random, k);
    double[][] opponentCorr = correlation(random, k);
    double[][] u = effects(random, positions.size(), playerSd, playerCorr);
    for (int p = 0; p < u.length; p++) {
      for (int j = 0; j < k; j++) {
        u[p][j] += gamma[positions.get(p).ordinal()][j];
      }
    }
    double[][] v = effects(random, opponents, opponentSd, opponentCorr);
    double[][] exponent = {};
    if (variant.freeExponent()) {
      exponent = new double[][] {normals(random, k, 1, 0.5)};
    }
    double[][] teamEffect = {};
    double[][] teamSd = {};
    double[][] teamCorr = {};
    if (variant.teamEffects()) {
      teamSd = new double[][] {halfNormals(random, k)};
      teamCorr = correlation(random, k);
      teamEffect = effects(random, opponents, teamSd[0], teamCorr);
    }
    return new PriorDraw(
        alpha,
        home,
        beta,
        gamma,
        u,
        v,
        playerSd,
        opponentSd,
        playerCorr,
        opponentCorr,
        exponent,
        teamEffect,
        teamSd,
        teamCorr);
  }

  /// Log rate of a row.
  double logRate(
      int prop, int player, int team, int opponent, boolean atHome, int minutes, double[] x) {
    double eta = alpha[prop] + playerEffect[player][prop] + opponentEffect[opponent][prop];
    double exponent = minutesExponent.length > 0 ? minutesExponent[0][prop] : 1;
    eta += exponent * Math.log(minutes / 90.0);
    if (teamEffect.length > 0) {
      eta += teamEffect[team][prop];
    }
    if (atHome) {
      eta += home[prop];
    }
    for (int f = 0; f < x.length; f++) {
      eta += x[f] * beta[f][prop];
    }
    return eta;
  }

  /// The parameters in the order of the trace.
  double[] values() {
    int k = alpha.length;
    int rows =
        2
            + beta.length
            + positionEffect.length
            + playerEffect.length
            + opponentEffect.length
            + 2
            + 2 * k
            + minutesExponent.length
            + teamEffect.length
            + teamSd.length
            + teamCorr.length;
    double[] values = new double[rows * k];
    int at = 0;
    for (double[][] block :
        new double[][][] {
          {alpha, home},
          beta,
          positionEffect,
          playerEffect,
          opponentEffect,
          {playerSd, opponentSd},
          playerCorr,
          opponentCorr,
          minutesExponent,
          teamEffect,
          teamSd,
          teamCorr
        }) {
      for (double[] row : block) {
        System.arraycopy(row, 0, values, at, k);
        at += k;
      }
    }
    return values;
  }

  private static double[] normals(RandomGenerator random, int n, double mean, double sd) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = mean + sd * random.nextGaussian();
    }
    return x;
  }

  private static double[] halfNormals(RandomGenerator random, int n) {
    double[] x = normals(random, n, 0, 1);
    for (int i = 0; i < n; i++) {
      x[i] = Math.abs(x[i]);
    }
    return x;
  }

  /// LKJ(2): its density is the determinant, which is at most 1. So entries uniform in (−1, 1) are
  /// kept with the determinant as probability, where the matrix is positive definite.
  private static double[][] correlation(RandomGenerator random, int k) {
    while (true) {
      double[][] c = new double[k][k];
      for (int a = 0; a < k; a++) {
        c[a][a] = 1;
        for (int b = 0; b < a; b++) {
          c[a][b] = 2 * random.nextDouble() - 1;
          c[b][a] = c[a][b];
        }
      }
      double determinant = 1;
      for (double[] row : cholesky(c)) {
        // A pivot that is no number belongs to a matrix that is not positive definite.
        double pivot = row[row.length - 1];
        determinant *= pivot > 0 ? pivot * pivot : 0;
      }
      if (random.nextDouble() < determinant) {
        return c;
      }
    }
  }

  private static double[][] effects(
      RandomGenerator random, int groups, double[] sd, double[][] correlation) {
    double[][] factor = cholesky(correlation);
    double[][] effects = new double[groups][sd.length];
    for (double[] effect : effects) {
      double[] z = normals(random, sd.length, 0, 1);
      for (int j = 0; j < sd.length; j++) {
        for (int l = 0; l <= j; l++) {
          effect[j] += sd[j] * factor[j][l] * z[l];
        }
      }
    }
    return effects;
  }

  /// Rows of the lower triangle, each up to its diagonal; NaN where there is none.
  private static double[][] cholesky(double[][] c) {
    double[][] l = new double[c.length][];
    for (int i = 0; i < c.length; i++) {
      l[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = c[i][j];
        for (int m = 0; m < j; m++) {
          sum -= l[i][m] * l[j][m];
        }
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
      }
    }
    return l;
  }
}
