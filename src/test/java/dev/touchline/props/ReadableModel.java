/// The models written down term by term as in model.md: slow, and easy to check by eye.
package dev.touchline.props;

import dev.touchline.mcmc.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Log density over the values of the trace, in its order; correlation matrices as their lower
/// triangles.
final class ReadableModel {
  private final ModelData data;
  private final Map<String, Integer> offsets = new HashMap<>();
  private final List<Parameter> parameters;
  private final int k;
  private final int f;

  ReadableModel(ModelData data, List<Parameter> parameters) {
    this.data = data;
    this.parameters = parameters;
    k = data.props().size();
    f = data.featureCount();
    int at = 0;
    for (Parameter parameter : parameters) {
      offsets.put(parameter.name(), at);
      at += parameter.size();
    }
  }

  /// Takes the values of the trace to free coordinates: correlation matrices to lower triangles.
  double[] free(double[] values) {
    double[] free = new double[values.length];
    int from = 0;
    int to = 0;
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.size(); i++) {
        if (!parameter.name().endsWith("_corr") || i % k < i / k) {
          free[to++] = values[from + i];
        }
      }
      from += parameter.size();
    }
    return Arrays.copyOf(free, to);
  }

  private int at(String parameter) {
    return Objects.requireNonNull(offsets.get(parameter), parameter);
  }

  double logDensity(double[] values) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      lp += normal(values[at("alpha") + j], -1, 1.5);
      lp += normal(values[at("home") + j], 0, 0.5);
      for (int i = 0; i < f; i++) {
        lp += normal(values[at("beta") + i * k + j], 0, 0.5);
      }
      for (int q = 0; q < 4; q++) {
        lp += normal(values[at("position_effect") + q * k + j], 0, 1);
      }
      if (data.variant().freeExponent()) {
        lp += normal(values[at("minutes_exponent") + j], 1, 0.5);
      }
    }
    double[][] players = new double[data.players().size()][k];
    for (int p = 0; p < players.length; p++) {
      int q = data.players().get(p).position().ordinal();
      for (int j = 0; j < k; j++) {
        players[p][j] =
            values[at("player_effect") + p * k + j] - values[at("position_effect") + q * k + j];
      }
    }
    lp += group(values, "player", players);
    lp += group(values, "opponent", effects(values, "opponent", data.opponents().size()));
    if (data.variant().teamEffects()) {
      lp += group(values, "team", effects(values, "team", data.teams().size()));
    }
    for (int i = 0; i < data.rows(); i++) {
      for (int j = 0; j < k; j++) {
        double eta = logRate(values, i, j);
        lp += data.y()[i * k + j] * eta - Math.exp(eta);
      }
    }
    return lp;
  }

  private double logRate(double[] values, int i, int j) {
    double exponent = data.variant().freeExponent() ? values[at("minutes_exponent") + j] : 1;
    double eta =
        exponent * data.logExposure()[i]
            + values[at("alpha") + j]
            + values[at("home") + j] * data.home()[i]
            + values[at("player_effect") + data.player()[i] * k + j]
            + values[at("opponent_effect") + data.opponent()[i] * k + j];
    for (int l = 0; l < f; l++) {
      eta += data.x()[i * f + l] * values[at("beta") + l * k + j];
    }
    return data.variant().teamEffects()
        ? eta + values[at("team_effect") + data.team()[i] * k + j]
        : eta;
  }

  private double[][] effects(double[] values, String family, int members) {
    double[][] effects = new double[members][];
    for (int m = 0; m < members; m++) {
      int from = at(family + "_effect") + m * k;
      effects[m] = Arrays.copyOfRange(values, from, from + k);
    }
    return effects;
  }

  /// Effects about zero, their standard deviations, and LKJ(2): the density of the correlation
  /// matrix is its determinant.
  private double group(double[] values, String family, double[][] effects) {
    double lp = logDet(correlation(values, at(family + "_corr")));
    for (int j = 0; j < k; j++) {
      lp += normal(values[at(family + "_sd") + j], 0, 1);
    }
    double[][] cov = covariance(values, at(family + "_sd"), at(family + "_corr"));
    for (double[] effect : effects) {
      lp += multivariateNormal(effect, cov);
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
