/// What the sampler knows of a model: a log density over unconstrained space and its gradient.
package dev.touchline.mcmc;

/// A log density with gradient. One instance serves one thread; it may keep scratch arrays.
public interface LogDensity {
  /// Number of unconstrained coordinates.
  int dimension();

  /// Log density at `position` (shape: dimension) up to a constant; writes the gradient.
  ///
  /// Where the density is zero or cannot be computed the answer is negative infinity or NaN, which
  /// the sampler takes for a divergence; the gradient is then undefined.
  double valueAndGradient(double[] position, double[] gradient);

  /// How many leading coordinates deserve a dense block of the metric (few, mutually correlated);
  /// the others are scaled one by one.
  default int denseBlock() {
    return 0;
  }
}
