/// The unconstrained coordinate of a standard deviation.
package dev.touchline.props;

/// σ(x) = softplus(a(x)) with a(x) = x − softplus(−x)² / 2.
///
/// For large x, σ grows like x; for very negative x it falls like exp(−x²/2). With a half-normal
/// prior the density of x then has normal tails on both sides, whereas that of ln σ has an
/// exponential tail on the left and a double exponential one on the right: where data say little of
/// σ, trajectories ran from the one into the other and diverged.
///
/// An instance holds σ and its derivatives at one x: they share their exponentials and logarithms.
final class ScaleCoordinate {
  /// σ.
  double sd;

  /// dσ/dx.
  double slope;

  /// ln dσ/dx.
  double logSlope;

  /// d(ln dσ/dx)/dx.
  double logSlopeSlope;

  /// Computes everything at x.
  void set(double x) {
    double e = Math.exp(-Math.abs(x));
    double soft = Math.max(-x, 0) + Math.log1p(e);
    double s = sigmoid(-x, e);
    double bent = x - 0.5 * soft * soft;
    double bentSlope = 1 + soft * s;
    double bentCurvature = -s * s - soft * s * (1 - s);
    double bentE = Math.exp(-Math.abs(bent));
    double rest = Math.log1p(bentE);
    sd = Math.max(bent, 0) + rest;
    slope = sigmoid(bent, bentE) * bentSlope;
    logSlope = -(Math.max(-bent, 0) + rest) + Math.log(bentSlope);
    logSlopeSlope = sigmoid(-bent, bentE) * bentSlope + bentCurvature / bentSlope;
  }

  /// The coordinate of a σ above zero, by bisection.
  static double of(double sd) {
    ScaleCoordinate coordinate = new ScaleCoordinate();
    double low = -40;
    double high = 40 + 2 * sd;
    for (int i = 0; i < 100; i++) {
      double middle = 0.5 * (low + high);
      coordinate.set(middle);
      if (coordinate.sd < sd) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /// @param e exp(−|x|)
  private static double sigmoid(double x, double e) {
    return (x < 0 ? e : 1) / (1 + e);
  }
}
