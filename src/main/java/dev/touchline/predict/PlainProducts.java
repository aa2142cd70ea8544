/// Products of features and slopes in plain Java.
package dev.touchline.predict;

import java.util.Arrays;

/// Computes each product when it is read, straight into the reader's array: nothing is stored
/// between, which for a handful of features is faster than any matrix library.
final class PlainProducts implements FeatureProducts {
  private final PosteriorCache cache;
  private final int features;

  PlainProducts(PosteriorCache cache) {
    this.cache = cache;
    features = cache.beta()[0].length;
  }

  @Override
  public Block block(double[] x, int rows) {
    return (row, prop, target) -> product(cache.beta()[prop], x, row * features, target);
  }

  private void product(double[][] beta, double[] x, int at, double[] target) {
    int samples = cache.samples();
    int j = 0;
    if (features >= 4) {
      four(beta[0], beta[1], beta[2], beta[3], x, at, target, samples);
      j = 4;
    } else {
      Arrays.fill(target, 0, samples, 0);
    }
    for (; j + 3 < features; j += 4) {
      moreFour(beta[j], beta[j + 1], beta[j + 2], beta[j + 3], x, at + j, target, samples);
    }
    for (; j < features; j++) {
      moreOne(beta[j], x[at + j], target, samples);
    }
  }

  private static void four(
      double[] a, double[] b, double[] c, double[] d, double[] x, int at, double[] z, int n) {
    double x0 = x[at];
    double x1 = x[at + 1];
    double x2 = x[at + 2];
    double x3 = x[at + 3];
    for (int s = 0; s < n; s++) {
      z[s] = a[s] * x0 + b[s] * x1 + (c[s] * x2 + d[s] * x3);
    }
  }

  private static void moreFour(
      double[] a, double[] b, double[] c, double[] d, double[] x, int at, double[] z, int n) {
    double x0 = x[at];
    double x1 = x[at + 1];
    double x2 = x[at + 2];
    double x3 = x[at + 3];
    for (int s = 0; s < n; s++) {
      z[s] = z[s] + a[s] * x0 + b[s] * x1 + (c[s] * x2 + d[s] * x3);
    }
  }

  private static void moreOne(double[] a, double x0, double[] z, int n) {
    for (int s = 0; s < n; s++) {
      z[s] += a[s] * x0;
    }
  }
}
