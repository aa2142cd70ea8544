/// Draws of a player or opponent whom the model has never seen.
package dev.touchline.predict;

import dev.touchline.mcmc.SmallMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The population's part of the reference model: diag(σ) L ε with a fresh ε for each sample.
///
/// ε depends on the seed alone, so that every unknown player gets the same numbers, and each of its
/// columns is shifted and scaled to mean 0 and sd 1 over the samples: with a thousand samples the
/// league average would otherwise be off by some 3 % of a standard deviation for no reason.
final class Population {
  private final double[][] epsilon;

  /// @param seed seed; players and opponents take different ones
  Population(long seed, int props, int samples) {
    SplittableRandom random = new SplittableRandom(seed);
    epsilon = new double[props][samples];
    for (double[] column : epsilon) {
      for (int s = 0; s < samples; s++) {
        column[s] = random.nextGaussian();
      }
      standardise(column);
    }
  }

  private static void standardise(double[] column) {
    double mean = Arrays.stream(column).average().orElse(0);
    double squares = 0;
    for (double value : column) {
      squares += (value - mean) * (value - mean);
    }
    double sd = Math.sqrt(squares / column.length);
    for (int s = 0; s < column.length; s++) {
      column[s] = sd > 0 ? (column[s] - mean) / sd : 0;
    }
  }

  /// The deviations from the population mean.
  ///
  /// @param sd σ, [prop][sample]
  /// @param correlation L Lᵀ, [prop × prop][sample]
  /// @return [prop][sample]
  double[][] deviations(double[][] sd, double[][] correlation) {
    int props = epsilon.length;
    int samples = epsilon[0].length;
    double[][] deviations = new double[props][samples];
    double[] matrix = new double[props * props];
    for (int s = 0; s < samples; s++) {
      for (int i = 0; i < matrix.length; i++) {
        matrix[i] = correlation[i][s];
      }
      double[] factor = factor(matrix, props);
      for (int k = 0; k < props; k++) {
        double sum = 0;
        for (int j = 0; j <= k; j++) {
          sum += factor[k * props + j] * epsilon[j][s];
        }
        deviations[k][s] = sd[k][s] * sum;
      }
    }
    return deviations;
  }

  /// A correlation within rounding of ±1 is drawn back a little until it has a factor.
  static double[] factor(double[] matrix, int props) {
    double[] factor = SmallMatrix.tryCholesky(matrix, props);
    for (double shrink = 1e-12; factor == null && shrink < 2; shrink *= 10) {
      double[] shrunk = matrix.clone();
      for (int i = 0; i < props; i++) {
        for (int j = 0; j < props; j++) {
          shrunk[i * props + j] *= i == j ? 1 : Math.max(0, 1 - shrink);
        }
      }
      factor = SmallMatrix.tryCholesky(shrunk, props);
    }
    if (factor == null) {
      throw new IllegalStateException("a correlation matrix has no positive diagonal");
    }
    return factor;
  }

  /// A position for each sample, in the proportions of the weights to within one sample, shuffled
  /// by the seed so that no chain has more of one than of another.
  static int[] positions(List<Double> weights, int samples, long seed) {
    double total = weights.stream().mapToDouble(Double::doubleValue).sum();
    int[] position = new int[samples];
    double cumulative = 0;
    int from = 0;
    for (int q = 0; q < weights.size(); q++) {
      cumulative += total > 0 ? weights.get(q) / total : 1.0 / weights.size();
      int to = q == weights.size() - 1 ? samples : (int) Math.round(cumulative * samples);
      Arrays.fill(position, from, Math.max(from, to), q);
      from = Math.max(from, to);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int s = samples - 1; s > 0; s--) {
      int other = random.nextInt(s + 1);
      int swap = position[s];
      position[s] = position[other];
      position[other] = swap;
    }
    return position;
  }
}
