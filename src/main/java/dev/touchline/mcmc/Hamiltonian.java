/// Hamiltonian dynamics on a log density: momenta, energies, leapfrog steps, turning.
package dev.touchline.mcmc;

import java.util.ArrayDeque;
import java.util.random.RandomGenerator;

/// The trajectory that [NutsTree] walks. One instance a chain.
final class Hamiltonian implements Trajectory<PhasePoint> {
  private final LogDensity density;
  private final int dimension;
  private final ArrayDeque<PhasePoint> free = new ArrayDeque<>();

  private InverseMetric metric;
  private double stepSize = 1;
  private double startEnergy;
  private long evaluations;

  Hamiltonian(LogDensity density, InverseMetric metric) {
    this.density = density;
    this.dimension = density.dimension();
    this.metric = metric;
  }

  /// Gradient evaluations so far.
  long evaluations() {
    return evaluations;
  }

  double stepSize() {
    return stepSize;
  }

  void stepSize(double newStepSize) {
    stepSize = newStepSize;
  }

  InverseMetric metric() {
    return metric;
  }

  void metric(InverseMetric newMetric) {
    metric = newMetric;
  }

  /// A point with one holder at a position; lp, gradient and scaled gradient are computed.
  PhasePoint at(double[] position) {
    PhasePoint point = take();
    System.arraycopy(position, 0, point.position, 0, dimension);
    evaluate(point);
    return point;
  }

  /// Draws a fresh momentum and makes the point the start of a trajectory.
  void refresh(PhasePoint point, RandomGenerator random) {
    metric.drawMomentum(random, point.momentum);
    metric.multiply(point.momentum, point.velocity);
    metric.multiply(point.gradient, point.scaledGradient);
    System.arraycopy(point.momentum, 0, point.momentumSum, 0, dimension);
    startEnergy = kinetic(point) - point.lp;
    point.energy = startEnergy;
    point.energyError = 0;
  }

  @Override
  public PhasePoint step(PhasePoint from, boolean forward) {
    PhasePoint to = take();
    double h = forward ? stepSize : -stepSize;
    double half = 0.5 * h;
    drift(from, to, h, half);
    evaluate(to);
    kick(to, half);
    prefixSum(from, to, forward);
    to.energy = kinetic(to) - to.lp;
    to.energyError = to.energy - startEnergy;
    return to;
  }

  private void drift(PhasePoint from, PhasePoint to, double h, double half) {
    double[] q0 = from.position;
    double[] p0 = from.momentum;
    double[] v0 = from.velocity;
    double[] g0 = from.gradient;
    double[] s0 = from.scaledGradient;
    double[] q = to.position;
    double[] p = to.momentum;
    double[] v = to.velocity;
    for (int i = 0; i < dimension; i++) {
      p[i] = p0[i] + half * g0[i];
      double vi = v0[i] + half * s0[i];
      v[i] = vi;
      q[i] = q0[i] + h * vi;
    }
  }

  private void kick(PhasePoint to, double half) {
    double[] g = to.gradient;
    double[] s = to.scaledGradient;
    double[] p = to.momentum;
    double[] v = to.velocity;
    for (int i = 0; i < dimension; i++) {
      p[i] += half * g[i];
      v[i] += half * s[i];
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
    double[] p = first.momentum;
    double[] v1 = first.velocity;
    double[] v2 = last.velocity;
    double start = 0;
    double end = 0;
    for (int i = 0; i < dimension; i++) {
      double rho = to[i] - from[i] + p[i];
      start += v1[i] * rho;
      end += v2[i] * rho;
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

  private void evaluate(PhasePoint point) {
    point.lp = density.valueAndGradient(point.position, point.gradient);
    evaluations++;
    metric.multiply(point.gradient, point.scaledGradient);
  }

  private double kinetic(PhasePoint point) {
    double sum = 0;
    double[] p = point.momentum;
    double[] v = point.velocity;
    for (int i = 0; i < dimension; i++) {
      sum += p[i] * v[i];
    }
    return 0.5 * sum;
  }
}
