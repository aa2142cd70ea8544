/// Hamiltonian dynamics on a log density: momenta, energies, steps, turning.
package dev.touchline.mcmc;

import java.util.ArrayDeque;
import java.util.random.RandomGenerator;

/// The trajectory that [NutsTree] walks. One instance a chain.
///
/// A step is not the plain leapfrog: in whitened coordinates the log density is split into that of
/// the standard normal and a remainder; the normal part is solved exactly by a rotation in phase
/// space, the remainder kicks the momentum half before and half after (Shahbaba, Lan, Johnson and
/// Neal, Statistics and Computing 24, 2014). It is reversible and keeps volume like the leapfrog
/// and tends to it for small steps, but near a normal posterior its error is that of the small
/// remainder, so that steps can be several times longer in high dimensions.
final class Hamiltonian implements Trajectory<PhasePoint> {
  /// Longest rotation of a step, radians: half a turn then takes three steps.
  static final double LONGEST_STEP = 1.2;

  private final LogDensity density;
  private final int dimension;
  private final ArrayDeque<PhasePoint> free = new ArrayDeque<>();

  private Whitening whitening;
  private double stepSize = 0.5;
  private double startEnergy;
  private long evaluations;

  Hamiltonian(LogDensity density, Metric metric) {
    this.density = density;
    this.dimension = density.dimension();
    this.whitening = new Whitening(metric);
  }

  /// Gradient evaluations so far.
  long evaluations() {
    return evaluations;
  }

  double stepSize() {
    return stepSize;
  }

  void stepSize(double newStepSize) {
    stepSize = Math.min(LONGEST_STEP, newStepSize);
  }

  Metric metric() {
    return whitening.metric();
  }

  void metric(Metric newMetric) {
    whitening = new Whitening(newMetric);
  }

  /// A point with one holder at a position; lp and gradient are computed.
  PhasePoint at(double[] position) {
    PhasePoint point = take();
    System.arraycopy(position, 0, point.position, 0, dimension);
    point.lp = density.valueAndGradient(point.position, point.gradient);
    evaluations++;
    return point;
  }

  /// A point with one holder whose lp and gradient are known already.
  PhasePoint at(double[] position, double lp, double[] gradient) {
    PhasePoint point = take();
    System.arraycopy(position, 0, point.position, 0, dimension);
    System.arraycopy(gradient, 0, point.gradient, 0, dimension);
    point.lp = lp;
    return point;
  }

  /// Counts evaluations on from those that were made before.
  void resumeCount(long before) {
    evaluations = before;
  }

  /// Draws a fresh momentum and makes the point the start of a trajectory.
  void refresh(PhasePoint point, RandomGenerator random) {
    whitening.whiten(point.position, point.white);
    whitening.force(point.gradient, point.white, point.force);
    for (int i = 0; i < dimension; i++) {
      point.momentum[i] = random.nextGaussian();
    }
    System.arraycopy(point.momentum, 0, point.momentumSum, 0, dimension);
    startEnergy = kinetic(point.momentum) - point.lp;
    point.energy = startEnergy;
    point.energyError = 0;
  }

  @Override
  public PhasePoint step(PhasePoint from, boolean forward) {
    PhasePoint to = take();
    double h = forward ? stepSize : -stepSize;
    double half = 0.5 * h;
    rotate(from, to, Math.cos(h), Math.sin(h), half);
    whitening.position(to.white, to.position);
    to.lp = density.valueAndGradient(to.position, to.gradient);
    evaluations++;
    whitening.force(to.gradient, to.white, to.force);
    kick(to, half);
    prefixSum(from, to, forward);
    to.energy = kinetic(to.momentum) - to.lp;
    to.energyError = to.energy - startEnergy;
    return to;
  }

  private void rotate(PhasePoint from, PhasePoint to, double cos, double sin, double half) {
    double[] x0 = from.white;
    double[] p0 = from.momentum;
    double[] f0 = from.force;
    double[] x = to.white;
    double[] p = to.momentum;
    for (int i = 0; i < dimension; i++) {
      double kicked = p0[i] + half * f0[i];
      x[i] = cos * x0[i] + sin * kicked;
      p[i] = cos * kicked - sin * x0[i];
    }
  }

  private void kick(PhasePoint to, double half) {
    double[] f = to.force;
    double[] p = to.momentum;
    for (int i = 0; i < dimension; i++) {
      p[i] += half * f[i];
    }
  }

  private void prefixSum(PhasePoint from, PhasePoint to, boolean forward) {
    double[] sum0 = from.momentumSum;
    double[] sum = to.momentumSum;
    // The sum up to and including a state: forward the new momentum is added, backward that of the
    // state left behind is taken off.
    double[] p = forward ? to.momentum : from.momentum;
    double sign = forward ? 1 : -1;
    for (int i = 0; i < dimension; i++) {
      sum[i] = sum0[i] + sign * p[i];
    }
  }

  @Override
  public boolean turning(PhasePoint first, PhasePoint last) {
    double[] from = first.momentumSum;
    double[] to = last.momentumSum;
    double[] p1 = first.momentum;
    double[] p2 = last.momentum;
    double start = 0;
    double end = 0;
    for (int i = 0; i < dimension; i++) {
      double rho = to[i] - from[i] + p1[i];
      start += p1[i] * rho;
      end += p2[i] * rho;
    }
    return !(start > 0 && end > 0);
  }

  @Override
  public void recycle(PhasePoint node) {
    free.push(node);
  }

  private PhasePoint take() {
    PhasePoint point = free.isEmpty() ? new PhasePoint(dimension) : free.pop();
    point.holders = 1;
    return point;
  }

  private static double kinetic(double[] momentum) {
    double sum = 0;
    for (double p : momentum) {
      sum += p * p;
    }
    return 0.5 * sum;
  }
}
