/// The sampler's idea of the posterior: a centre, and how far each coordinate ranges around it.
package dev.touchline.mcmc;

import java.util.Arrays;

/// A normal approximation with one dense block for the leading coordinates and a diagonal for the
/// rest. Its covariance is the inverse metric.
///
/// @param centre shape: dimension
/// @param dense covariance of the leading `g` coordinates, g × g row-major
/// @param diagonal variances of the remaining coordinates
public record Metric(double[] centre, double[] dense, double[] diagonal) {

  /// The standard normal.
  public static Metric identity(int denseBlock, int dimension) {
    double[] dense = new double[denseBlock * denseBlock];
    for (int i = 0; i < denseBlock; i++) {
      dense[i * denseBlock + i] = 1;
    }
    double[] diagonal = new double[dimension - denseBlock];
    Arrays.fill(diagonal, 1);
    return new Metric(new double[dimension], dense, diagonal);
  }
}
