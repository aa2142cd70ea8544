/// The linear map between positions and coordinates in which the metric is the identity.
package dev.touchline.mcmc;

import java.util.Arrays;

/// position = centre + S x, with S the Cholesky factor of the dense block and the standard
/// deviations of the rest.
///
/// The products with the factor add up columns of it, or of its transpose, four at a time, and not
/// one entry after the other: neighbouring sums do not wait for each other, and the compiler makes
/// vectors of them.
final class Whitening {
  /// Columns added at a time.
  private static final int COLUMNS = 4;

  private final Metric metric;
  private final int block;

  /// The factor row by row, with rows of zeros up to a multiple of [#COLUMNS].
  private final double[] factor;

  /// Its columns one after the other, likewise.
  private final double[] columns;

  private final double[] scale;

  /// From a metric whose dense block is positive definite.
  Whitening(Metric metric) {
    this.metric = metric;
    block = (int) Math.round(Math.sqrt(metric.dense().length));
    int padded = (block + COLUMNS - 1) / COLUMNS * COLUMNS;
    factor = Arrays.copyOf(SmallMatrix.cholesky(metric.dense(), block), padded * block);
    columns = new double[padded * block];
    for (int i = 0; i < block; i++) {
      for (int j = 0; j <= i; j++) {
        columns[j * block + i] = factor[i * block + j];
      }
    }
    scale = new double[metric.diagonal().length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = Math.sqrt(metric.diagonal()[i]);
    }
  }

  Metric metric() {
    return metric;
  }

  /// position = centre + S x.
  void position(double[] x, double[] position) {
    double[] centre = metric.centre();
    System.arraycopy(centre, 0, position, 0, block);
    for (int j = 0; j < block; j += COLUMNS) {
      add(x, j, columns, position, j, block);
    }
    for (int j = block; j < x.length; j++) {
      position[j] = centre[j] + scale[j - block] * x[j];
    }
  }

  /// x = S⁻¹ (position − centre).
  void whiten(double[] position, double[] x) {
    double[] centre = metric.centre();
    for (int j = 0; j < x.length; j++) {
      x[j] = position[j] - centre[j];
    }
    SmallMatrix.solve(factor, block, x);
    for (int j = block; j < x.length; j++) {
      x[j] /= scale[j - block];
    }
  }

  /// force = Sᵀ gradient + x: the gradient in whitened coordinates, less that of the standard
  /// normal.
  void force(double[] gradient, double[] x, double[] force) {
    System.arraycopy(x, 0, force, 0, block);
    for (int j = 0; j < block; j += COLUMNS) {
      add(gradient, j, factor, force, 0, Math.min(block, j + COLUMNS));
    }
    for (int j = block; j < x.length; j++) {
      force[j] = x[j] + scale[j - block] * gradient[j];
    }
  }

  /// Adds to entries `from` to `to` of the target the columns j to j + 3 of a matrix, each times
  /// its weight.
  private void add(double[] weights, int j, double[] matrix, double[] target, int from, int to) {
    double w0 = weights[j];
    double w1 = j + 1 < block ? weights[j + 1] : 0;
    double w2 = j + 2 < block ? weights[j + 2] : 0;
    double w3 = j + 3 < block ? weights[j + 3] : 0;
    int a = j * block;
    int b = a + block;
    int c = b + block;
    int d = c + block;
    for (int i = from; i < to; i++) {
      target[i] +=
          w0 * matrix[a + i] + w1 * matrix[b + i] + (w2 * matrix[c + i] + w3 * matrix[d + i]);
    }
  }
}
