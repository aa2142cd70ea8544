/// The unconstrained coordinate of a standard deviation.
package dev.touchline.props;

/// σ(x) = softplus(a(x)) with a(x) = x − softplus(−x)² / 2.
///
/// For large x, σ grows like x; for very negative x it falls like exp(−x²/2). With a half-normal
/// prior the density of x then has normal tails on both sides, whereas that of ln σ has an
/// exponential tail on the left and a double exponential one on the right: where data say little of
/// σ, trajectories ran from the one into the other and diverged.
final class ScaleCoordinate {
  private ScaleCoordinate() {}

  /// σ.
  static double sd(double x) {
    return softplus(bent(x));
  }

  /// dσ/dx.
  static double slope(double x) {
    return sigmoid(bent(x)) * bentSlope(x);
  }

  /// ln dσ/dx.
  static double logSlope(double x) {
    return -softplus(-bent(x)) + Math.log(bentSlope(x));
  }

  /// d(ln dσ/dx)/dx.
  static double logSlopeSlope(double x) {
    double s = sigmoid(-x);
    double bentCurvature = -s * s - softplus(-x) * s * (1 - s);
    return sigmoid(-bent(x)) * bentSlope(x) + bentCurvature / bentSlope(x);
  }

  /// The coordinate of a σ above zero, by bisection.
  static double of(double sd) {
    double low = -40;
    double high = 40 + 2 * sd;
    for (int i = 0; i < 100; i++) {
      double middle = 0.5 * (low + high);
      if (sd(middle) < sd) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private static double bent(double x) {
    double s = softplus(-x);
    return x - 0.5 * s * s;
  }

  private static double bentSlope(double x) {
    return 1 + softplus(-x) * sigmoid(-x);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
