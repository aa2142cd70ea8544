/// The inverse metric in use: a dense block for the leading coordinates, a diagonal for the rest.
package dev.touchline.mcmc;

import java.util.random.RandomGenerator;

/// Products with M⁻¹ and draws from N(0, M).
final class InverseMetric {
  private final int block;
  private final double[] dense;
  private final double[] cholesky;
  private final double[] diagonal;
  private final double[] inverseSd;

  /// From a metric whose dense block is positive definite.
  InverseMetric(Metric metric) {
    dense = metric.dense().clone();
    diagonal = metric.diagonal().clone();
    block = (int) Math.round(Math.sqrt(dense.length));
    cholesky = SmallMatrix.cholesky(dense, block);
    inverseSd = new double[diagonal.length];
    for (int i = 0; i < diagonal.length; i++) {
      inverseSd[i] = 1 / Math.sqrt(diagonal[i]);
    }
  }

  Metric metric() {
    return new Metric(dense.clone(), diagonal.clone());
  }

  /// result = M⁻¹ vector.
  void multiply(double[] vector, double[] result) {
    for (int i = 0; i < block; i++) {
      double sum = 0;
      int row = i * block;
      for (int j = 0; j < block; j++) {
        sum += dense[row + j] * vector[j];
      }
      result[i] = sum;
    }
    for (int i = 0, j = block; i < diagonal.length; i++, j++) {
      result[j] = diagonal[i] * vector[j];
    }
  }

  /// momentum ~ N(0, M): where M⁻¹ = L Lᵀ, L⁻ᵀ ε has covariance M.
  void drawMomentum(RandomGenerator random, double[] momentum) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = random.nextGaussian();
    }
    SmallMatrix.solveTransposed(cholesky, block, momentum);
    for (int i = 0, j = block; i < diagonal.length; i++, j++) {
      momentum[j] *= inverseSd[i];
    }
  }
}
