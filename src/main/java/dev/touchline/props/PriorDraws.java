/// Draws parameters from the priors, for what the model expects before it has seen data.
package dev.touchline.props;

import dev.touchline.football.Player;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.SmallMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Independent draws of every parameter of the trace, in its order. The same seed gives the same
/// draws.
public final class PriorDraws {
  private final ModelData data;
  private final List<Parameter> parameters;
  private final Map<String, Integer> offsets = new HashMap<>();
  private final int size;
  private final RandomGenerator random;
  private final int k;

  /// @param data props, players, opponents, teams and features; rows are not looked at
  public PriorDraws(ModelData data, long seed) {
    this.data = data;
    k = data.props().size();
    boolean exponent = data.variant().freeExponent();
    parameters =
        ValueWriter.parameters(
            new Layout(
                k,
                data.featureCount() + (exponent ? 1 : 0),
                exponent,
                data.players().size(),
                data.opponents().size(),
                data.variant().teamEffects() ? data.teams().size() : 0));
    int at = 0;
    for (Parameter parameter : parameters) {
      offsets.put(parameter.name(), at);
      at += parameter.size();
    }
    size = at;
    random = new SplittableRandom(seed);
  }

  /// The parameters of the trace.
  public List<Parameter> parameters() {
    return parameters;
  }

  /// The values of the next draw, all parameters one after the other, each in C order.
  public double[] next() {
    double[] values = new double[size];
    normals(values, at("alpha"), k, Priors.ALPHA_MEAN, Priors.ALPHA_SD);
    normals(values, at("home"), k, 0, Priors.HOME_SD);
    normals(values, at("beta"), data.featureCount() * k, 0, Priors.BETA_SD);
    int positions = at("position_effect");
    normals(values, positions, Layout.POSITIONS * k, 0, Priors.POSITION_SD);
    int players = group(values, "player", data.players().size());
    group(values, "opponent", data.opponents().size());
    for (int p = 0; p < data.players().size(); p++) {
      Player player = data.players().get(p);
      for (int j = 0; j < k; j++) {
        values[players + p * k + j] += values[positions + player.position().ordinal() * k + j];
      }
    }
    if (data.variant().freeExponent()) {
      normals(values, at("minutes_exponent"), k, 1, Priors.EXPONENT_SD);
    }
    if (data.variant().teamEffects()) {
      group(values, "team", data.teams().size());
    }
    return values;
  }

  private int at(String parameter) {
    return Objects.requireNonNull(offsets.get(parameter), parameter);
  }

  private void normals(double[] values, int at, int n, double mean, double sd) {
    for (int i = 0; i < n; i++) {
      values[at + i] = mean + sd * random.nextGaussian();
    }
  }

  /// Standard deviations, correlations and effects about zero; answers where the effects begin.
  private int group(double[] values, String family, int members) {
    int sd = at(family + "_sd");
    for (int j = 0; j < k; j++) {
      values[sd + j] = Math.abs(Priors.EFFECT_SD_SCALE * random.nextGaussian());
    }
    int correlation = at(family + "_corr");
    correlation(values, correlation);
    int effects = at(family + "_effect");
    effects(values, effects, members, sd, correlation);
    return effects;
  }

  /// The density of LKJ(η) is the determinant to the power η − 1, and a determinant is at most 1:
  /// entries uniform in (−1, 1) are kept with that probability. Good for a handful of props.
  private void correlation(double[] values, int at) {
    double[] matrix = new double[k * k];
    double accept;
    do {
      for (int a = 0; a < k; a++) {
        matrix[a * k + a] = 1;
        for (int b = 0; b < a; b++) {
          matrix[a * k + b] = 2 * random.nextDouble() - 1;
          matrix[b * k + a] = matrix[a * k + b];
        }
      }
      double[] factor = SmallMatrix.tryCholesky(matrix, k);
      accept = factor == null ? 0 : 1;
      for (int a = 0; factor != null && a < k; a++) {
        accept *= Math.pow(factor[a * k + a], 2 * (Priors.LKJ_SHAPE - 1));
      }
    } while (!(random.nextDouble() < accept));
    System.arraycopy(matrix, 0, values, at, matrix.length);
  }

  private void effects(double[] values, int at, int members, int sd, int correlation) {
    double[] matrix = new double[k * k];
    System.arraycopy(values, correlation, matrix, 0, matrix.length);
    double[] factor = SmallMatrix.cholesky(matrix, k);
    double[] z = new double[k];
    for (int m = 0; m < members; m++) {
      normals(z, 0, k, 0, 1);
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (int l = 0; l <= j; l++) {
          sum += factor[j * k + l] * z[l];
        }
        values[at + m * k + j] = values[sd + j] * sum;
      }
    }
  }
}
