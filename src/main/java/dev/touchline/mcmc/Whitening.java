/// The linear map between positions and coordinates in which the metric is the identity.
package dev.touchline.mcmc;

/// position = centre + S x, with S the Cholesky factor of the dense block and the standard
/// deviations of the rest.
final class Whitening {
  private final Metric metric;
  private final int block;
  private final double[] factor;
  private final double[] scale;

  /// From a metric whose dense block is positive definite.
  Whitening(Metric metric) {
    this.metric = metric;
    block = (int) Math.round(Math.sqrt(metric.dense().length));
    factor = SmallMatrix.cholesky(metric.dense(), block);
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
    for (int i = 0; i < block; i++) {
      double sum = centre[i];
      int row = i * block;
      for (int j = 0; j <= i; j++) {
        sum += factor[row + j] * x[j];
      }
      position[i] = sum;
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
    for (int i = 0; i < block; i++) {
      double sum = x[i];
      for (int j = i; j < block; j++) {
        sum += factor[j * block + i] * gradient[j];
      }
      force[i] = sum;
    }
    for (int j = block; j < x.length; j++) {
      force[j] = x[j] + scale[j - block] * gradient[j];
    }
  }
}
