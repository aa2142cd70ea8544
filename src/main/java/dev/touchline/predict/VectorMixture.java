/// Sums over the samples of one rate in vectors.
package dev.touchline.predict;

import static dev.touchline.props.VectorWidth.FOUR;

import dev.touchline.props.VectorExp;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// As [PlainMixture], but eight counts at a time stay in registers: for four samples, t = e^−λ and
/// then t λ, t λ², … are each added to a sum of their own, and nothing is stored between but what
/// the next eight counts begin with. The factorials are divided out of the sums at the end.
///
/// The loops are flat and without calls, since vectors that are handed over end up on the heap.
final class VectorMixture implements Mixture {
  /// Counts of one pass.
  private static final int PASS = 8;

  private static final int LANES = 4;

  private final int n;
  private final double[] term;
  private final double[] sums = new double[PASS * LANES];
  private final double[] pmf = new double[MOST_COUNTS];

  private double[] rate = {};
  private double mean;
  private double variance;
  private double largest;

  /// @param n number of samples
  VectorMixture(int n) {
    this.n = n;
    term = new double[Mixture.padded(n)];
  }

  /// @param samples with zeros after the last up to [Mixture#padded]
  @Override
  public void load(double[] samples) {
    rate = samples;
    Arrays.fill(rate, n, rate.length, 0);
    firstPass(rate, sums);
    mean = lanes(0) / n;
    largest = 0;
    for (int lane = 0; lane < LANES; lane++) {
      largest = Math.max(largest, sums[LANES + lane]);
    }
    squares(rate, mean, sums);
    variance = (lanes(0) - (rate.length - n) * mean * mean) / n;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double variance() {
    return Math.max(0, variance);
  }

  @Override
  public double[] pmf() {
    if (largest <= VectorExp.LARGEST) {
      VectorExp.of(rate, -1, term);
    } else {
      Exponential.of(rate, -1, largest, term, n);
    }
    Arrays.fill(term, n, term.length, 0);
    double rest = 1;
    int y = 0;
    while (true) {
      double rising = 1;
      for (int j = 1; j <= PASS; j++) {
        rising *= y + j;
      }
      pass(rate, term, 1 / rising, sums);
      double scale = 1.0 / n;
      for (int j = 0; j < PASS; j++) {
        if (j > 0) {
          scale /= y;
        }
        pmf[y] = scale * lanes(j);
        rest -= pmf[y];
        y++;
        if (rest < REST || y == MOST_COUNTS) {
          return Arrays.copyOf(pmf, y);
        }
      }
    }
  }

  private double lanes(int vector) {
    int at = LANES * vector;
    return (sums[at] + sums[at + 1]) + (sums[at + 2] + sums[at + 3]);
  }

  /// Sums in the first vector, largest values in the second.
  private static void firstPass(double[] a, double[] result) {
    DoubleVector sum = DoubleVector.zero(FOUR);
    DoubleVector most = DoubleVector.zero(FOUR);
    for (int i = 0; i < a.length; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(FOUR, a, i);
      sum = sum.add(v);
      most = most.lanewise(VectorOperators.MAX, v);
    }
    sum.intoArray(result, 0);
    most.intoArray(result, LANES);
  }

  private static void squares(double[] a, double mean, double[] result) {
    DoubleVector middle = DoubleVector.broadcast(FOUR, mean);
    DoubleVector sum = DoubleVector.zero(FOUR);
    for (int i = 0; i < a.length; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(FOUR, a, i).sub(middle);
      sum = v.fma(v, sum);
    }
    sum.intoArray(result, 0);
  }

  /// Σ t λʲ for j from 0 to 7, by lane; leaves t λ⁸ times `scale` in `term`.
  private static void pass(double[] rate, double[] term, double scale, double[] result) {
    DoubleVector s0 = DoubleVector.zero(FOUR);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector s4 = s0;
    DoubleVector s5 = s0;
    DoubleVector s6 = s0;
    DoubleVector s7 = s0;
    for (int i = 0; i < term.length; i += LANES) {
      DoubleVector r = DoubleVector.fromArray(FOUR, rate, i);
      DoubleVector t = DoubleVector.fromArray(FOUR, term, i);
      DoubleVector r2 = r.mul(r);
      DoubleVector u = t.mul(r); // odd powers, so that two chains of products run side by side
      s0 = s0.add(t);
      s1 = s1.add(u);
      t = t.mul(r2);
      u = u.mul(r2);
      s2 = s2.add(t);
      s3 = s3.add(u);
      t = t.mul(r2);
      u = u.mul(r2);
      s4 = s4.add(t);
      s5 = s5.add(u);
      t = t.mul(r2);
      u = u.mul(r2);
      s6 = s6.add(t);
      s7 = s7.add(u);
      t.mul(r2).mul(DoubleVector.broadcast(FOUR, scale)).intoArray(term, i);
    }
    s0.intoArray(result, 0);
    s1.intoArray(result, LANES);
    s2.intoArray(result, 2 * LANES);
    s3.intoArray(result, 3 * LANES);
    s4.intoArray(result, 4 * LANES);
    s5.intoArray(result, 5 * LANES);
    s6.intoArray(result, 6 * LANES);
    s7.intoArray(result, 7 * LANES);
  }
}
