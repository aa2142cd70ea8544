/// The inverse metric: how far each coordinate can move.
package dev.touchline.mcmc;

/// An inverse metric with one dense block for the leading coordinates and a diagonal for the rest.
///
/// @param dense covariance of the leading `g` coordinates, g × g row-major
/// @param diagonal variances of the remaining coordinates
public record Metric(double[] dense, double[] diagonal) {

  /// The identity.
  public static Metric identity(int denseBlock, int dimension) {
    double[] dense = new double[denseBlock * denseBlock];
    for (int i = 0; i < denseBlock; i++) {
      dense[i * denseBlock + i] = 1;
    }
    double[] diagonal = new double[dimension - denseBlock];
    java.util.Arrays.fill(diagonal, 1);
    return new Metric(dense, diagonal);
  }
}
