/// Linear algebra of the metric's dense block: a few dozen rows.
package dev.touchline.mcmc;

import dev.touchline.fault.Fault;

/// Row-major n × n matrices in flat arrays.
public final class SmallMatrix {
  private SmallMatrix() {}

  /// Lower Cholesky factor of a positive definite matrix (lower triangle read).
  public static double[] cholesky(double[] a, int n) {
    double[] factor = tryCholesky(a, n);
    if (factor == null) {
      throw new Fault(
          Fault.Kind.DEFECT,
          "A metric block of size " + n + " is not positive definite.",
          "Please report this with the log.");
    }
    return factor;
  }

  /// The same, or null where the matrix is not positive definite.
  public static double @org.jspecify.annotations.Nullable [] tryCholesky(double[] a, int n) {
    double[] l = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= l[i * n + k] * l[j * n + k];
        }
        if (i == j) {
          if (!(sum > 0) || Double.isInfinite(sum)) {
            return null;
          }
          l[i * n + i] = Math.sqrt(sum);
        } else {
          l[i * n + j] = sum / l[j * n + j];
        }
      }
    }
    return l;
  }

  /// Solves Lᵀ x = b in place for the leading n entries of b.
  public static void solveTransposed(double[] l, int n, double[] b) {
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int k = i + 1; k < n; k++) {
        sum -= l[k * n + i] * b[k];
      }
      b[i] = sum / l[i * n + i];
    }
  }

  /// Solves L x = b in place for the leading n entries of b.
  public static void solve(double[] l, int n, double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i * n + k] * b[k];
      }
      b[i] = sum / l[i * n + i];
    }
  }

  /// Inverse of L Lᵀ.
  public static double[] inverse(double[] l, int n) {
    double[] inverse = new double[n * n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      java.util.Arrays.fill(column, 0);
      column[j] = 1;
      solve(l, n, column);
      solveTransposed(l, n, column);
      for (int i = 0; i < n; i++) {
        inverse[i * n + j] = column[i];
      }
    }
    return inverse;
  }
}
