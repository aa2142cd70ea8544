/// Climbs to a mode of a log density, for starting points.
package dev.touchline.mcmc;

/// Limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 7.4 and
/// 7.5) with a backtracking line search that keeps curvature positive by skipping bad pairs.
public final class ModeFinder {
  private static final int MEMORY = 12;
  private static final double ARMIJO = 1e-4;

  private final int maxIterations;
  private final double tolerance;

  /// A finder.
  ///
  /// @param maxIterations iterations at most
  /// @param tolerance stops when one iteration gains less than this in log density
  public ModeFinder(int maxIterations, double tolerance) {
    this.maxIterations = maxIterations;
    this.tolerance = tolerance;
  }

  /// Climbs from `position` in place; returns the log density reached.
  public double climb(LogDensity density, double[] position) {
    int n = density.dimension();
    double[] gradient = new double[n];
    double[] direction = new double[n];
    double[] trial = new double[n];
    double[] trialGradient = new double[n];
    double[][] s = new double[MEMORY][n];
    double[][] y = new double[MEMORY][n];
    double[] rho = new double[MEMORY];
    int stored = 0;
    double value = density.valueAndGradient(position, gradient);
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      direct(gradient, direction, s, y, rho, stored);
      double slope = dot(direction, gradient);
      if (!(slope > 0)) {
        System.arraycopy(gradient, 0, direction, 0, n);
        slope = dot(gradient, gradient);
        stored = 0;
      }
      double step = stored == 0 ? Math.min(1, 1 / Math.sqrt(slope)) : 1;
      double trialValue = Double.NaN;
      boolean found = false;
      for (int halving = 0; halving < 40; halving++) {
        for (int i = 0; i < n; i++) {
          trial[i] = position[i] + step * direction[i];
        }
        trialValue = density.valueAndGradient(trial, trialGradient);
        if (trialValue >= value + ARMIJO * step * slope) {
          found = true;
          break;
        }
        step *= 0.5;
      }
      if (!found) {
        break;
      }
      stored = remember(position, gradient, trial, trialGradient, s, y, rho, stored);
      double gain = trialValue - value;
      System.arraycopy(trial, 0, position, 0, n);
      System.arraycopy(trialGradient, 0, gradient, 0, n);
      value = trialValue;
      if (gain < tolerance) {
        break;
      }
    }
    return value;
  }

  private static int remember(
      double[] position,
      double[] gradient,
      double[] trial,
      double[] trialGradient,
      double[][] s,
      double[][] y,
      double[] rho,
      int stored) {
    int slot = stored % MEMORY;
    for (int i = 0; i < position.length; i++) {
      s[slot][i] = trial[i] - position[i];
      // Of the negative log density, so that curvature is positive at a mode.
      y[slot][i] = gradient[i] - trialGradient[i];
    }
    double curvature = dot(s[slot], y[slot]);
    if (curvature <= 1e-12 * dot(y[slot], y[slot])) {
      return stored;
    }
    rho[slot] = 1 / curvature;
    return stored + 1;
  }

  /// direction = H gradient by the two-loop recursion.
  private static void direct(
      double[] gradient, double[] direction, double[][] s, double[][] y, double[] rho, int stored) {
    System.arraycopy(gradient, 0, direction, 0, gradient.length);
    int held = Math.min(stored, MEMORY);
    double[] a = new double[held];
    for (int back = 1; back <= held; back++) {
      int slot = (stored - back) % MEMORY;
      a[back - 1] = rho[slot] * dot(s[slot], direction);
      axpy(-a[back - 1], y[slot], direction);
    }
    if (held > 0) {
      int last = (stored - 1) % MEMORY;
      double scale = 1 / (rho[last] * dot(y[last], y[last]));
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
    }
    for (int back = held; back >= 1; back--) {
      int slot = (stored - back) % MEMORY;
      double b = rho[slot] * dot(y[slot], direction);
      axpy(a[back - 1] - b, s[slot], direction);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void axpy(double factor, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += factor * x[i];
    }
  }
}
