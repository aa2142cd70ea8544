/// A point in phase space: position, momentum and what was computed there.
package dev.touchline.mcmc;

/// A state of the Hamiltonian trajectory; all arrays have the model's dimension.
final class PhasePoint extends Trajectory.Node {
  final double[] position;
  final double[] gradient;

  /// Inverse metric times gradient, kept so that each leapfrog step multiplies once.
  final double[] scaledGradient;

  final double[] momentum;
  final double[] velocity;

  /// Sum of the momenta from the trajectory's start to here; the sum over any stretch, which the
  /// turning criterion needs, is then a difference.
  final double[] momentumSum;

  double lp;
  double energy;

  PhasePoint(int dimension) {
    position = new double[dimension];
    gradient = new double[dimension];
    scaledGradient = new double[dimension];
    momentum = new double[dimension];
    velocity = new double[dimension];
    momentumSum = new double[dimension];
  }
}
