/// Finds the step size that gives the wanted acceptance.
package dev.touchline.mcmc;

/// Nesterov's dual averaging as in Hoffman and Gelman (JMLR 15, 2014, section 3.2), with their
/// constants.
final class DualAveraging {
  /// Numbers of the state.
  static final int NUMBERS = 5;

  private static final double GAMMA = 0.05;
  private static final double T0 = 10;
  private static final double KAPPA = 0.75;

  private final double target;
  private double mu;
  private double logStep;
  private double logAverage;
  private double error;
  private long count;

  DualAveraging(double target, double initialStep) {
    this.target = target;
    restart(initialStep);
  }

  /// Begins anew around a step size.
  void restart(double step) {
    mu = Math.log(10 * step);
    logStep = Math.log(step);
    logAverage = logStep;
    error = 0;
    count = 0;
  }

  /// Learns from the acceptance of one transition.
  void update(double acceptance) {
    count++;
    double a = Double.isNaN(acceptance) ? 0 : acceptance;
    double weight = 1 / (count + T0);
    error = (1 - weight) * error + weight * (target - a);
    logStep = mu - error * Math.sqrt(count) / GAMMA;
    double eta = Math.pow(count, -KAPPA);
    logAverage = eta * logStep + (1 - eta) * logAverage;
  }

  /// The step size to try next.
  double step() {
    return Math.exp(logStep);
  }

  /// The averaged step size, for use after adaptation.
  double average() {
    return Math.exp(logAverage);
  }

  /// All state, for a checkpoint: mu, logStep, logAverage, error, count.
  double[] state() {
    return new double[] {mu, logStep, logAverage, error, count};
  }

  /// Goes on from a saved state.
  void restore(double[] state) {
    mu = state[0];
    logStep = state[1];
    logAverage = state[2];
    error = state[3];
    count = (long) state[4];
  }
}
