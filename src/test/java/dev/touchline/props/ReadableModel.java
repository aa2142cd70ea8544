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
public final class ReadableModel {
  private final ModelData data;
  private final Map<String, Integer> offsets = new HashMap<>();
  private final List<Parameter> parameters;
  private final int k;
  private final int f;

  /// @param parameters of the trace, in its order
  public ReadableModel(ModelData data, List<Parameter> parameters) {
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

  public double logDensity(double[] values) {
    return density(constants(values)).value();
  }

  /// The part of the density that depends on the counts, without their factorials.
  public double logLikelihood(double[] values) {
    return likelihood(constants(values)).value();
  }

  /// Derivative of the log density along a direction, both over the values of the trace, by
  /// automatic differentiation.
  double slope(double[] values, double[] direction) {
    Dual[] dual = new Dual[values.length];
    for (int i = 0; i < dual.length; i++) {
      dual[i] = new Dual(values[i], direction[i]);
    }
    return density(dual).slope();
  }

  private static Dual[] constants(double[] values) {
    return Arrays.stream(values).mapToObj(Dual::of).toArray(Dual[]::new);
  }

  private Dual density(Dual[] values) {
    Dual lp = Dual.ZERO;
    for (int j = 0; j < k; j++) {
      lp = lp.plus(normal(values[at("alpha") + j], -1, 1.5));
      lp = lp.plus(normal(values[at("home") + j], 0, 0.5));
      for (int i = 0; i < f; i++) {
        lp = lp.plus(normal(values[at("beta") + i * k + j], 0, 0.5));
      }
      for (int q = 0; q < 4; q++) {
        lp = lp.plus(normal(values[at("position_effect") + q * k + j], 0, 1));
      }
      if (data.variant().freeExponent()) {
        lp = lp.plus(normal(values[at("minutes_exponent") + j], 1, 0.5));
      }
    }
    Dual[][] players = effects(values, "player", data.players().size());
    for (int p = 0; p < players.length; p++) {
      int q = data.players().get(p).position().ordinal();
      for (int j = 0; j < k; j++) {
        players[p][j] = players[p][j].minus(values[at("position_effect") + q * k + j]);
      }
    }
    lp = lp.plus(group(values, "player", players));
    lp = lp.plus(group(values, "opponent", effects(values, "opponent", data.opponents().size())));
    if (data.variant().teamEffects()) {
      lp = lp.plus(group(values, "team", effects(values, "team", data.teams().size())));
    }
    return lp.plus(likelihood(values));
  }

  private Dual likelihood(Dual[] values) {
    Dual lp = Dual.ZERO;
    for (int i = 0; i < data.rows(); i++) {
      for (int j = 0; j < k; j++) {
        Dual eta = logRate(values, i, j);
        lp = lp.plus(eta.times(data.y()[i * k + j])).minus(eta.exp());
      }
    }
    return lp;
  }

  private Dual logRate(Dual[] values, int i, int j) {
    Dual exponent = data.variant().freeExponent() ? values[at("minutes_exponent") + j] : Dual.of(1);
    Dual eta =
        exponent
            .times(data.logExposure()[i])
            .plus(values[at("alpha") + j])
            .plus(values[at("home") + j].times(data.home()[i]))
            .plus(values[at("player_effect") + data.player()[i] * k + j])
            .plus(values[at("opponent_effect") + data.opponent()[i] * k + j]);
    for (int l = 0; l < f; l++) {
      eta = eta.plus(values[at("beta") + l * k + j].times(data.x()[i * f + l]));
    }
    return data.variant().teamEffects()
        ? eta.plus(values[at("team_effect") + data.team()[i] * k + j])
        : eta;
  }

  private Dual[][] effects(Dual[] values, String family, int members) {
    Dual[][] effects = new Dual[members][];
    for (int m = 0; m < members; m++) {
      int from = at(family + "_effect") + m * k;
      effects[m] = Arrays.copyOfRange(values, from, from + k);
    }
    return effects;
  }

  /// Effects about zero, their standard deviations, and LKJ(2): the density of the correlation
  /// matrix is its determinant.
  private Dual group(Dual[] values, String family, Dual[][] effects) {
    Dual lp = logDet(correlation(values, at(family + "_corr")));
    for (int j = 0; j < k; j++) {
      lp = lp.plus(normal(values[at(family + "_sd") + j], 0, 1));
    }
    Dual[][] cov = covariance(values, at(family + "_sd"), at(family + "_corr"));
    for (Dual[] effect : effects) {
      lp = lp.plus(multivariateNormal(effect, cov));
    }
    return lp;
  }

  private static Dual normal(Dual x, double mean, double sd) {
    Dual z = x.minus(Dual.of(mean)).times(1 / sd);
    return z.times(z).times(-0.5);
  }

  private Dual[][] correlation(Dual[] values, int at) {
    Dual[][] c = new Dual[k][k];
    for (int a = 0; a < k; a++) {
      System.arraycopy(values, at + a * k, c[a], 0, k);
    }
    return c;
  }

  private Dual[][] covariance(Dual[] values, int sdAt, int corrAt) {
    Dual[][] c = correlation(values, corrAt);
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        c[a][b] = c[a][b].times(values[sdAt + a]).times(values[sdAt + b]);
      }
    }
    return c;
  }

  private Dual multivariateNormal(Dual[] r, Dual[][] cov) {
    Dual[] solved = r.clone();
    Dual logDet = eliminate(cov, solved);
    Dual quadratic = Dual.ZERO;
    for (int i = 0; i < k; i++) {
      quadratic = quadratic.plus(r[i].times(solved[i]));
    }
    return quadratic.plus(logDet).times(-0.5);
  }

  private static Dual logDet(Dual[][] m) {
    Dual[] zeros = new Dual[m.length];
    Arrays.fill(zeros, Dual.ZERO);
    return eliminate(m, zeros);
  }

  /// ln |det m| by Gaussian elimination of a positive definite matrix, which needs no pivoting; `b`
  /// becomes the solution of m x = b.
  private static Dual eliminate(Dual[][] matrix, Dual[] b) {
    Dual[][] m = Arrays.stream(matrix).map(Dual[]::clone).toArray(Dual[][]::new);
    int n = m.length;
    Dual log = Dual.ZERO;
    for (int i = 0; i < n; i++) {
      log = log.plus(m[i][i].logAbs());
      for (int r = i + 1; r < n; r++) {
        Dual factor = m[r][i].over(m[i][i]);
        b[r] = b[r].minus(factor.times(b[i]));
        for (int c = i; c < n; c++) {
          m[r][c] = m[r][c].minus(factor.times(m[i][c]));
        }
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int c = i + 1; c < n; c++) {
        b[i] = b[i].minus(m[i][c].times(b[c]));
      }
      b[i] = b[i].over(m[i][i]);
    }
    return log;
  }

  /// ln |det m| by Gaussian elimination with pivoting, in place.
  static double logDeterminant(double[][] m) {
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
      log += Math.log(Math.abs(m[i][i]));
      for (int r = i + 1; r < n; r++) {
        double factor = m[r][i] / m[i][i];
        for (int c = i; c < n; c++) {
          m[r][c] -= factor * m[i][c];
        }
      }
    }
    return log;
  }
}
