/// Sums over the samples of one rate in plain Java.
package dev.touchline.predict;

import java.util.Arrays;

/// Rates and Poisson probabilities in four equal parts, so that one loop handles four numbers at a
/// time and leaves a quarter of the additions: the compiler keeps the order of additions within a
/// sum and would otherwise do one at a time. Scratch space of one thread.
final class PlainMixture implements Mixture {
  private static final int PARTS = 4;

  private final int n;
  private final int quarter;
  private final double[] term;
  private final double[][] rates;
  private final double[][] terms;
  private final double[] fold;
  private final double[] pmf = new double[MOST_COUNTS];

  private double[] rate = {};
  private double mean;
  private double variance;

  /// @param n number of samples
  PlainMixture(int n) {
    this.n = n;
    quarter = (n + PARTS - 1) / PARTS;
    term = new double[n];
    rates = new double[PARTS][quarter];
    terms = new double[PARTS][quarter];
    fold = new double[quarter];
  }

  @Override
  public void load(double[] samples) {
    rate = samples;
    split(samples, rates, 0);
    add(rates, fold, quarter);
    mean = sum(fold, quarter) / n;
    split(samples, rates, mean);
    squares(rates, mean, fold, quarter);
    variance = sum(fold, quarter) / n;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double variance() {
    return variance;
  }

  @Override
  public double[] pmf() {
    largest(rates, fold, quarter);
    double bound = 0;
    for (double value : fold) {
      bound = Math.max(bound, value);
    }
    Exponential.of(rate, -1, bound, term, n);
    split(term, terms, 0);
    add(terms, fold, quarter);
    double rest = 1;
    int y = 0;
    while (true) {
      pmf[y] = sum(fold, quarter) / n;
      rest -= pmf[y];
      y++;
      if (rest < REST || y == MOST_COUNTS) {
        return Arrays.copyOf(pmf, y);
      }
      next(rates, 1.0 / y, terms, fold, quarter);
    }
  }

  /// Copies samples into the parts; what is left over of the last part gets `rest`.
  private void split(double[] samples, double[][] parts, double rest) {
    for (int part = 0; part < PARTS; part++) {
      int from = Math.min(n, part * quarter);
      int length = Math.min(quarter, n - from);
      System.arraycopy(samples, from, parts[part], 0, length);
      Arrays.fill(parts[part], length, quarter, rest);
    }
  }

  private static void next(
      double[][] rates, double inverse, double[][] terms, double[] fold, int q) {
    double[] r0 = rates[0];
    double[] r1 = rates[1];
    double[] r2 = rates[2];
    double[] r3 = rates[3];
    double[] t0 = terms[0];
    double[] t1 = terms[1];
    double[] t2 = terms[2];
    double[] t3 = terms[3];
    for (int i = 0; i < q; i++) {
      double a = t0[i] * (r0[i] * inverse);
      double b = t1[i] * (r1[i] * inverse);
      double c = t2[i] * (r2[i] * inverse);
      double d = t3[i] * (r3[i] * inverse);
      t0[i] = a;
      t1[i] = b;
      t2[i] = c;
      t3[i] = d;
      fold[i] = a + b + (c + d);
    }
  }

  private static void add(double[][] parts, double[] fold, int q) {
    double[] a = parts[0];
    double[] b = parts[1];
    double[] c = parts[2];
    double[] d = parts[3];
    for (int i = 0; i < q; i++) {
      fold[i] = a[i] + b[i] + (c[i] + d[i]);
    }
  }

  private static void squares(double[][] parts, double mean, double[] fold, int q) {
    double[] a = parts[0];
    double[] b = parts[1];
    double[] c = parts[2];
    double[] d = parts[3];
    for (int i = 0; i < q; i++) {
      double e = a[i] - mean;
      double f = b[i] - mean;
      double g = c[i] - mean;
      double h = d[i] - mean;
      fold[i] = e * e + f * f + (g * g + h * h);
    }
  }

  private static void largest(double[][] parts, double[] fold, int q) {
    double[] a = parts[0];
    double[] b = parts[1];
    double[] c = parts[2];
    double[] d = parts[3];
    for (int i = 0; i < q; i++) {
      fold[i] = Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i]));
    }
  }

  /// A sum in eight parts, which need not wait for each other.
  private static double sum(double[] values, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int i = 0;
    for (; i + 7 < n; i += 8) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
      e += values[i + 4];
      f += values[i + 5];
      g += values[i + 6];
      h += values[i + 7];
    }
    for (; i < n; i++) {
      a += values[i];
    }
    return a + b + (c + d) + (e + f + (g + h));
  }
}
