/// [WhitenedEffects] for three props in vectors over players.
package dev.touchline.props;

import static dev.touchline.props.PackedRows.LANES;
import static dev.touchline.props.PackedRows.PROPS;
import static dev.touchline.props.VectorWidth.FOUR;
import static dev.touchline.props.VectorWidth.FOUR_LONGS;
import static dev.touchline.props.WhitenedEffects.BLOCK;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/// The same map with the 3 × 3 algebra written out, so that a player's matrices stay in registers.
///
/// Fewer props are padded with independent ones of variance 1 that have no counts: their part of
/// every sum is zero. Padding players have no information; only the logarithm of the determinant
/// and the identity in the gradient of Σ⁻¹ would count them, and are masked.
///
/// Arrays are [prop * STRIDE + player]. Sums over players are kept four by four and added up at the
/// end of an evaluation.
final class VectorWhitening {
  /// From one prop to the next: off a power of two, since a processor takes addresses 4096 apart
  /// for the same when a load follows a store.
  static final int STRIDE = BLOCK + 8;

  /// Columns of the lower triangle: 00, 10, 11, 20, 21, 22.
  private static final int TRIANGLE = 6;

  private static final int FRACTION_BITS = 52;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final double LN2 = Math.log(2);

  /// t − m; the caller fills it.
  final double[] targetMinusMean = new double[PROPS * STRIDE];

  /// z; the caller fills it.
  final double[] white = new double[PROPS * STRIDE];

  /// τ.
  final double[] tau = new double[PROPS * STRIDE];

  /// Gradient with respect to the effects; the caller fills it.
  final double[] effectBar = new double[PROPS * STRIDE];

  /// Gradient with respect to z.
  final double[] whiteBar = new double[PROPS * STRIDE];

  /// Gradient with respect to t.
  final double[] targetBar = new double[PROPS * STRIDE];

  /// At least the largest |τ| of the last block; NaN where one is.
  double largest;

  private final double[] inverse = new double[TRIANGLE * STRIDE];
  private final double[] whitePull = new double[PROPS * STRIDE];
  private final double[] shifted = new double[PROPS * STRIDE];

  /// Of a block, by lane: the least determinant of A⁻¹, and the product of all fractions.
  private final double[] determinants = new double[2 * LANES];

  private final long[] exponentSums = new long[LANES];
  private final double[] precision = new double[PROPS * PROPS];

  /// Σ τ τᵀ, lower triangle.
  private final double[] squares = new double[TRIANGLE * LANES];

  /// Σ of the factor's part of the gradient of Σ⁻¹, lower triangle.
  private final double[] factorPart = new double[TRIANGLE * LANES];

  private final double[] mean = new double[PROPS * LANES];

  /// Begins an evaluation: sets the sums to zero and takes Σ⁻¹ of k props.
  void begin(double[] newPrecision, int k) {
    Arrays.fill(squares, 0.0);
    Arrays.fill(factorPart, 0.0);
    for (int i = 0; i < PROPS; i++) {
      for (int j = 0; j < PROPS; j++) {
        precision[i * PROPS + j] = i < k && j < k ? newPrecision[i * k + j] : i == j ? 1 : 0;
      }
    }
    beginPosition();
  }

  /// Sets the gradient of the mean to zero.
  void beginPosition() {
    Arrays.fill(mean, 0.0);
  }

  /// Gradient with respect to the mean of prop `j` since [#beginPosition].
  double meanBar(int j) {
    return lanes(mean, j);
  }

  /// The quadratic form's part of the log prior: −½ Σ τᵀ Σ⁻¹ τ.
  double quadratic() {
    double sum = 0;
    for (int i = 0, at = 0; i < PROPS; i++) {
      for (int j = 0; j <= i; j++, at++) {
        sum -= (i == j ? 0.5 : 1) * precision[i * PROPS + j] * lanes(squares, at);
      }
    }
    return sum;
  }

  /// Adds the gradient of Σ⁻¹ of k props.
  void addPrecisionBar(double[] result, int k) {
    for (int i = 0, at = 0; i < k; i++) {
      for (int j = 0; j <= i; j++, at++) {
        double sum = lanes(factorPart, at) - 0.5 * lanes(squares, at);
        result[i * k + j] += sum;
        if (i != j) {
          result[j * k + i] += sum;
        }
      }
    }
  }

  /// Σ τ² over players and props since [#begin].
  private double squareSum() {
    return lanes(squares, 0) + lanes(squares, 2) + lanes(squares, TRIANGLE - 1);
  }

  private static double lanes(double[] a, int at) {
    int i = LANES * at;
    return (a[i] + a[i + 1]) + (a[i + 2] + a[i + 3]);
  }

  /// Computes τ of `n` players, a multiple of four; the answer is −Σ ln det R, negative infinity
  /// where a determinant is too small for it.
  ///
  /// @param info D, [prop * stride + player], read from `at` on
  /// @param real 1 for players and 0 for padding, read from `at` on
  double forward(int n, double[] info, int stride, double[] real, int at) {
    double before = squareSum();
    DoubleVector p00 = DoubleVector.broadcast(FOUR, precision[0]);
    DoubleVector p10 = DoubleVector.broadcast(FOUR, precision[3]);
    DoubleVector p11 = DoubleVector.broadcast(FOUR, precision[4]);
    DoubleVector p20 = DoubleVector.broadcast(FOUR, precision[6]);
    DoubleVector p21 = DoubleVector.broadcast(FOUR, precision[7]);
    DoubleVector p22 = DoubleVector.broadcast(FOUR, precision[8]);
    DoubleVector one = DoubleVector.broadcast(FOUR, 1.0);
    DoubleVector s00 = DoubleVector.fromArray(FOUR, squares, 0);
    DoubleVector s10 = DoubleVector.fromArray(FOUR, squares, LANES);
    DoubleVector s11 = DoubleVector.fromArray(FOUR, squares, 2 * LANES);
    DoubleVector s20 = DoubleVector.fromArray(FOUR, squares, 3 * LANES);
    DoubleVector s21 = DoubleVector.fromArray(FOUR, squares, 4 * LANES);
    DoubleVector s22 = DoubleVector.fromArray(FOUR, squares, 5 * LANES);
    LongVector fraction = LongVector.broadcast(FOUR_LONGS, FRACTION);
    LongVector exponentOfOne = LongVector.broadcast(FOUR_LONGS, Double.doubleToRawLongBits(1.0));
    LongVector exponents = LongVector.zero(FOUR_LONGS);
    DoubleVector fractions = one;
    DoubleVector least = one;
    for (int g = 0; g < n; g += LANES) {
      DoubleVector d0 = DoubleVector.fromArray(FOUR, info, at + g);
      DoubleVector d1 = DoubleVector.fromArray(FOUR, info, stride + at + g);
      DoubleVector d2 = DoubleVector.fromArray(FOUR, info, 2 * stride + at + g);
      // R⁻¹ with A = Σ⁻¹ + D = R Rᵀ = L diag(1 / q) Lᵀ: the roots come last and do not wait for
      // each other.
      DoubleVector q0 = one.div(p00.add(d0));
      DoubleVector l10 = p10.mul(q0);
      DoubleVector l20 = p20.mul(q0);
      DoubleVector q1 = one.div(p11.add(d1).sub(p10.mul(l10)));
      DoubleVector s = p21.sub(p20.mul(l10));
      DoubleVector l21 = s.mul(q1);
      DoubleVector q2 = one.div(p22.add(d2).sub(p20.mul(l20)).sub(s.mul(l21)));
      DoubleVector i00 = q0.sqrt();
      DoubleVector i11 = q1.sqrt();
      DoubleVector i22 = q2.sqrt();
      DoubleVector i10 = l10.mul(i11).neg();
      DoubleVector i21 = l21.mul(i22).neg();
      DoubleVector i20 = l21.mul(l10).sub(l20).mul(i22);
      DoubleVector there = DoubleVector.fromArray(FOUR, real, at + g);
      // det A⁻¹: exponents are summed and fractions, each in [1, 2), multiplied, for one logarithm.
      DoubleVector determinant = q0.mul(q1).mul(q2).mul(there).add(one.sub(there));
      least = least.min(determinant);
      LongVector bits = determinant.reinterpretAsLongs();
      exponents = exponents.add(bits.lanewise(VectorOperators.LSHR, FRACTION_BITS));
      fractions = fractions.mul(bits.and(fraction).or(exponentOfOne).reinterpretAsDoubles());
      i00.intoArray(inverse, g);
      i10.intoArray(inverse, STRIDE + g);
      i11.intoArray(inverse, 2 * STRIDE + g);
      i20.intoArray(inverse, 3 * STRIDE + g);
      i21.intoArray(inverse, 4 * STRIDE + g);
      i22.intoArray(inverse, 5 * STRIDE + g);
      DoubleVector u0 = d0.mul(DoubleVector.fromArray(FOUR, targetMinusMean, g));
      DoubleVector u1 = d1.mul(DoubleVector.fromArray(FOUR, targetMinusMean, STRIDE + g));
      DoubleVector u2 = d2.mul(DoubleVector.fromArray(FOUR, targetMinusMean, 2 * STRIDE + g));
      DoubleVector c0 = i00.mul(u0);
      DoubleVector c1 = i10.fma(u0, i11.mul(u1));
      DoubleVector c2 = i20.fma(u0, i21.fma(u1, i22.mul(u2)));
      c0.intoArray(whitePull, g);
      c1.intoArray(whitePull, STRIDE + g);
      c2.intoArray(whitePull, 2 * STRIDE + g);
      DoubleVector w0 = c0.add(DoubleVector.fromArray(FOUR, white, g));
      DoubleVector w1 = c1.add(DoubleVector.fromArray(FOUR, white, STRIDE + g));
      DoubleVector w2 = c2.add(DoubleVector.fromArray(FOUR, white, 2 * STRIDE + g));
      w0.intoArray(shifted, g);
      w1.intoArray(shifted, STRIDE + g);
      w2.intoArray(shifted, 2 * STRIDE + g);
      DoubleVector t0 = i00.fma(w0, i10.fma(w1, i20.mul(w2)));
      DoubleVector t1 = i11.fma(w1, i21.mul(w2));
      DoubleVector t2 = i22.mul(w2);
      t0.intoArray(tau, g);
      t1.intoArray(tau, STRIDE + g);
      t2.intoArray(tau, 2 * STRIDE + g);
      s00 = t0.fma(t0, s00);
      s10 = t1.fma(t0, s10);
      s11 = t1.fma(t1, s11);
      s20 = t2.fma(t0, s20);
      s21 = t2.fma(t1, s21);
      s22 = t2.fma(t2, s22);
    }
    s00.intoArray(squares, 0);
    s10.intoArray(squares, LANES);
    s11.intoArray(squares, 2 * LANES);
    s20.intoArray(squares, 3 * LANES);
    s21.intoArray(squares, 4 * LANES);
    s22.intoArray(squares, 5 * LANES);
    largest = Math.sqrt(Math.max(0, squareSum() - before));
    least.intoArray(determinants, 0);
    fractions.intoArray(determinants, LANES);
    exponents.intoArray(exponentSums, 0);
    return halfLogDeterminants(n);
  }

  private double halfLogDeterminants(int n) {
    double product = 1;
    long exponent = -(long) n * Double.MAX_EXPONENT;
    for (int lane = 0; lane < LANES; lane++) {
      if (!(determinants[lane] >= Double.MIN_NORMAL)) {
        return Double.NEGATIVE_INFINITY;
      }
      product *= determinants[LANES + lane];
      exponent += exponentSums[lane];
    }
    return 0.5 * (Math.log(product) + exponent * LN2);
  }

  /// Carries [#effectBar] back to z, t, the mean and Σ⁻¹; see [WhitenedEffects#backward].
  void backward(int n, double[] info, int stride, double[] real, int at) {
    DoubleVector p00 = DoubleVector.broadcast(FOUR, -precision[0]);
    DoubleVector p10 = DoubleVector.broadcast(FOUR, -precision[3]);
    DoubleVector p11 = DoubleVector.broadcast(FOUR, -precision[4]);
    DoubleVector p20 = DoubleVector.broadcast(FOUR, -precision[6]);
    DoubleVector p21 = DoubleVector.broadcast(FOUR, -precision[7]);
    DoubleVector p22 = DoubleVector.broadcast(FOUR, -precision[8]);
    DoubleVector half = DoubleVector.broadcast(FOUR, 0.5);
    DoubleVector m0 = DoubleVector.fromArray(FOUR, mean, 0);
    DoubleVector m1 = DoubleVector.fromArray(FOUR, mean, LANES);
    DoubleVector m2 = DoubleVector.fromArray(FOUR, mean, 2 * LANES);
    DoubleVector s00 = DoubleVector.fromArray(FOUR, factorPart, 0);
    DoubleVector s10 = DoubleVector.fromArray(FOUR, factorPart, LANES);
    DoubleVector s11 = DoubleVector.fromArray(FOUR, factorPart, 2 * LANES);
    DoubleVector s20 = DoubleVector.fromArray(FOUR, factorPart, 3 * LANES);
    DoubleVector s21 = DoubleVector.fromArray(FOUR, factorPart, 4 * LANES);
    DoubleVector s22 = DoubleVector.fromArray(FOUR, factorPart, 5 * LANES);
    for (int g = 0; g < n; g += LANES) {
      DoubleVector t0 = DoubleVector.fromArray(FOUR, tau, g);
      DoubleVector t1 = DoubleVector.fromArray(FOUR, tau, STRIDE + g);
      DoubleVector t2 = DoubleVector.fromArray(FOUR, tau, 2 * STRIDE + g);
      DoubleVector e0 = DoubleVector.fromArray(FOUR, effectBar, g);
      DoubleVector e1 = DoubleVector.fromArray(FOUR, effectBar, STRIDE + g);
      DoubleVector e2 = DoubleVector.fromArray(FOUR, effectBar, 2 * STRIDE + g);
      DoubleVector b0 = p00.fma(t0, p10.fma(t1, p20.fma(t2, e0)));
      DoubleVector b1 = p10.fma(t0, p11.fma(t1, p21.fma(t2, e1)));
      DoubleVector b2 = p20.fma(t0, p21.fma(t1, p22.fma(t2, e2)));
      DoubleVector i00 = DoubleVector.fromArray(FOUR, inverse, g);
      DoubleVector i10 = DoubleVector.fromArray(FOUR, inverse, STRIDE + g);
      DoubleVector i11 = DoubleVector.fromArray(FOUR, inverse, 2 * STRIDE + g);
      DoubleVector i20 = DoubleVector.fromArray(FOUR, inverse, 3 * STRIDE + g);
      DoubleVector i21 = DoubleVector.fromArray(FOUR, inverse, 4 * STRIDE + g);
      DoubleVector i22 = DoubleVector.fromArray(FOUR, inverse, 5 * STRIDE + g);
      DoubleVector z0 = i00.mul(b0);
      DoubleVector z1 = i10.fma(b0, i11.mul(b1));
      DoubleVector z2 = i20.fma(b0, i21.fma(b1, i22.mul(b2)));
      z0.intoArray(whiteBar, g);
      z1.intoArray(whiteBar, STRIDE + g);
      z2.intoArray(whiteBar, 2 * STRIDE + g);
      DoubleVector u0 = i00.fma(z0, i10.fma(z1, i20.mul(z2)));
      DoubleVector u1 = i11.fma(z1, i21.mul(z2));
      DoubleVector u2 = i22.mul(z2);
      DoubleVector v0 = u0.mul(DoubleVector.fromArray(FOUR, info, at + g));
      DoubleVector v1 = u1.mul(DoubleVector.fromArray(FOUR, info, stride + at + g));
      DoubleVector v2 = u2.mul(DoubleVector.fromArray(FOUR, info, 2 * stride + at + g));
      v0.intoArray(targetBar, g);
      v1.intoArray(targetBar, STRIDE + g);
      v2.intoArray(targetBar, 2 * STRIDE + g);
      m0 = m0.add(e0.sub(v0));
      m1 = m1.add(e1.sub(v1));
      m2 = m2.add(e2.sub(v2));

      // −P: the lower triangle of c z̄ᵀ + z̄ wᵀ + I with its diagonal halved.
      DoubleVector c0 = DoubleVector.fromArray(FOUR, whitePull, g);
      DoubleVector c1 = DoubleVector.fromArray(FOUR, whitePull, STRIDE + g);
      DoubleVector w0 = DoubleVector.fromArray(FOUR, shifted, g);
      DoubleVector w1 = DoubleVector.fromArray(FOUR, shifted, STRIDE + g);
      DoubleVector w2 = DoubleVector.fromArray(FOUR, shifted, 2 * STRIDE + g);
      DoubleVector c2 = DoubleVector.fromArray(FOUR, whitePull, 2 * STRIDE + g);
      DoubleVector there = DoubleVector.fromArray(FOUR, real, at + g);
      DoubleVector q00 = w0.add(c0).fma(z0, there).mul(half);
      DoubleVector q10 = w1.fma(z0, z1.mul(c0));
      DoubleVector q11 = w1.add(c1).fma(z1, there).mul(half);
      DoubleVector q20 = w2.fma(z0, z2.mul(c0));
      DoubleVector q21 = w2.fma(z1, z2.mul(c1));
      DoubleVector q22 = w2.add(c2).fma(z2, there).mul(half);
      // −P R⁻¹
      DoubleVector a00 = q00.mul(i00);
      DoubleVector a10 = q10.fma(i00, q11.mul(i10));
      DoubleVector a11 = q11.mul(i11);
      DoubleVector a20 = q20.fma(i00, q21.fma(i10, q22.mul(i20)));
      DoubleVector a21 = q21.fma(i11, q22.mul(i21));
      DoubleVector a22 = q22.mul(i22);
      // Twice the symmetric part of −R⁻ᵀ P R⁻¹, diagonal once.
      s00 = s00.sub(i00.fma(a00, i10.fma(a10, i20.mul(a20))));
      s11 = s11.sub(i11.fma(a11, i21.mul(a21)));
      s22 = s22.sub(i22.mul(a22));
      DoubleVector x10 = i10.fma(a11, i20.mul(a21));
      DoubleVector y10 = i11.fma(a10, i21.mul(a20));
      s10 = s10.sub(x10.add(y10).mul(half));
      s20 = s20.sub(i20.fma(a22, i22.mul(a20)).mul(half));
      s21 = s21.sub(i21.fma(a22, i22.mul(a21)).mul(half));
    }
    m0.intoArray(mean, 0);
    m1.intoArray(mean, LANES);
    m2.intoArray(mean, 2 * LANES);
    s00.intoArray(factorPart, 0);
    s10.intoArray(factorPart, LANES);
    s11.intoArray(factorPart, 2 * LANES);
    s20.intoArray(factorPart, 3 * LANES);
    s21.intoArray(factorPart, 4 * LANES);
    s22.intoArray(factorPart, 5 * LANES);
  }
}
