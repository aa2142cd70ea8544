/// The reference model written down term by term as in model.md: slow, and easy to check by eye.
package dev.touchline.props;

import java.util.Arrays;

/// Log density over (alpha, home, beta, position_effect, player_effect, opponent_effect, player_sd,
/// opponent_sd, lower triangles of player_corr and opponent_corr).
final class ReadableModel {
  private final ModelData data;
  private final int k;
  private final int f;
  private final int players;
  private final int opponents;

  ReadableModel(ModelData data) {
    this.data = data;
    k = data.props().size();
    f = data.featureCount();
    players = data.players().size();
    opponents = data.opponents().size();
  }

  /// Takes the values of the trace to free coordinates: correlation matrices to lower triangles.
  double[] free(double[] values) {
    int full = values.length - 2 * k * k;
    double[] free = Arrays.copyOf(values, full + k * (k - 1));
    int at = full;
    for (int matrix = 0; matrix < 2; matrix++) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < a; b++) {
          free[at++] = values[full + matrix * k * k + a * k + b];
        }
      }
    }
    return free;
  }

  double logDensity(double[] values) {
    int alpha = 0;
    int home = k;
    int beta = 2 * k;
    int gamma = beta + f * k;
    int u = gamma + 4 * k;
    int v = u + players * k;
    int playerSd = v + opponents * k;
    int opponentSd = playerSd + k;
    int playerCorr = opponentSd + k;
    int opponentCorr = playerCorr + k * k;
    double lp = 0;
    for (int j = 0; j < k; j++) {
      lp += normal(values[alpha + j], -1, 1.5);
      lp += normal(values[home + j], 0, 0.5);
      lp += normal(values[playerSd + j], 0, 1) + normal(values[opponentSd + j], 0, 1);
      for (int i = 0; i < f; i++) {
        lp += normal(values[beta + i * k + j], 0, 0.5);
      }
      for (int q = 0; q < 4; q++) {
        lp += normal(values[gamma + q * k + j], 0, 1);
      }
    }
    double[][] playerCov = covariance(values, playerSd, playerCorr);
    double[][] opponentCov = covariance(values, opponentSd, opponentCorr);
    // LKJ(2): the density of the correlation matrix is its determinant.
    lp += logDet(correlation(values, playerCorr)) + logDet(correlation(values, opponentCorr));
    for (int p = 0; p < players; p++) {
      double[] r = new double[k];
      int q = data.players().get(p).position().ordinal();
      for (int j = 0; j < k; j++) {
        r[j] = values[u + p * k + j] - values[gamma + q * k + j];
      }
      lp += multivariateNormal(r, playerCov);
    }
    for (int o = 0; o < opponents; o++) {
      lp += multivariateNormal(Arrays.copyOfRange(values, v + o * k, v + (o + 1) * k), opponentCov);
    }
    for (int i = 0; i < data.rows(); i++) {
      for (int j = 0; j < k; j++) {
        double eta =
            data.logExposure()[i]
                + values[alpha + j]
                + values[home + j] * data.home()[i]
                + values[u + data.player()[i] * k + j]
                + values[v + data.opponent()[i] * k + j];
        for (int l = 0; l < f; l++) {
          eta += data.x()[i * f + l] * values[beta + l * k + j];
        }
        lp += data.y()[i * k + j] * eta - Math.exp(eta);
      }
    }
    return lp;
  }

  private static double normal(double x, double mean, double sd) {
    double z = (x - mean) / sd;
    return -0.5 * z * z;
  }

  private double[][] correlation(double[] values, int at) {
    double[][] c = new double[k][k];
    for (int a = 0; a < k; a++) {
      System.arraycopy(values, at + a * k, c[a], 0, k);
    }
    return c;
  }

  private double[][] covariance(double[] values, int sdAt, int corrAt) {
    double[][] c = correlation(values, corrAt);
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        c[a][b] *= values[sdAt + a] * values[sdAt + b];
      }
    }
    return c;
  }

  private double multivariateNormal(double[] r, double[][] cov) {
    double[] solved = r.clone();
    double logDet = eliminate(copy(cov), solved);
    double quadratic = 0;
    for (int i = 0; i < k; i++) {
      quadratic += r[i] * solved[i];
    }
    return -0.5 * (quadratic + logDet);
  }

  private static double logDet(double[][] m) {
    return eliminate(copy(m), new double[m.length]);
  }

  /// ln |det m| by Gaussian elimination with pivoting; `b` becomes the solution of m x = b.
  static double eliminate(double[][] m, double[] b) {
    int n = m.length;
    double log = 0;
    for (int i = 0; i < n; i++) {
      int pivot = i;
      for (int r = i + 1; r < n; r++) {
        if (Math.abs(m[r][i]) > Math.abs(m[pivot][i])) {
          pivot = r;
        }
      }
      double[] row = m[i];
      m[i] = m[pivot];
      m[pivot] = row;
      double value = b[i];
      b[i] = b[pivot];
      b[pivot] = value;
      log += Math.log(Math.abs(m[i][i]));
      for (int r = i + 1; r < n; r++) {
        double factor = m[r][i] / m[i][i];
        b[r] -= factor * b[i];
        for (int c = i; c < n; c++) {
          m[r][c] -= factor * m[i][c];
        }
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int c = i + 1; c < n; c++) {
        b[i] -= m[i][c] * b[c];
      }
      b[i] /= m[i][i];
    }
    return log;
  }

  private static double[][] copy(double[][] m) {
    double[][] copy = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      copy[i] = m[i].clone();
    }
    return copy;
  }
}
