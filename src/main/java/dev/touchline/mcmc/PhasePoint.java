/// A point in phase space: position, momentum and what was computed there.
package dev.touchline.mcmc;

/// A state of the Hamiltonian trajectory; all arrays have the model's dimension.
final class PhasePoint extends Trajectory.Node {
  /// Unconstrained position.
  final double[] position;

  /// Gradient of the log density at the position.
  final double[] gradient;

  /// The position in whitened coordinates.
  final double[] white;

  /// Gradient in whitened coordinates, less that of the standard normal.
  final double[] force;

  /// Momentum in whitened coordinates, where it is the velocity too.
  final double[] momentum;

  /// Sum of the momenta from the trajectory's start to here; the sum over any stretch, which the
  /// turning criterion needs, is then a difference.
  final double[] momentumSum;

  double lp;
  double energy;

  PhasePoint(int dimension) {
    position = new double[dimension];
    gradient = new double[dimension];
    white = new double[dimension];
    force = new double[dimension];
    momentum = new double[dimension];
    momentumSum = new double[dimension];
  }
}
