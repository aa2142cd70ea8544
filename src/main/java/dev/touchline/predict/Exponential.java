/// The exponential function of many numbers at once.
package dev.touchline.predict;

/// Fills arrays with exponentials by straight loops that the compiler turns into vector
/// instructions, which it cannot do with calls of [Math#exp(double)].
///
/// exp(z) = exp(z / 2^m)^(2^m): a Taylor polynomial of degree 9 on |z / 2^m| ≤ 1/8 (truncated at
/// 3e-16), then m squarings. Each squaring doubles the relative error, so the result is good to
/// about 2^m · 1.5e-16: 1e-14 for |z| ≤ 8 and 8e-14 at the limit, beyond which [Math#exp(double)]
/// serves.
final class Exponential {
  private static final int LEAST_SQUARINGS = 6;
  private static final double LIMIT = 64;

  private static final double C2 = 1.0 / 2;
  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;
  private static final double C6 = 1.0 / 720;
  private static final double C7 = 1.0 / 5040;
  private static final double C8 = 1.0 / 40320;
  private static final double C9 = 1.0 / 362880;

  private Exponential() {}

  /// out[i] = exp(sign · z[i]) for i < n; `out` may be `z`.
  ///
  /// @param bound no |z[i]| is above it; infinite or NaN where unknown
  static void of(double[] z, double sign, double bound, double[] out, int n) {
    if (!(bound <= LIMIT)) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.exp(sign * z[i]);
      }
      return;
    }
    int squarings = LEAST_SQUARINGS;
    double reach = 8;
    while (reach < bound) {
      reach *= 2;
      squarings++;
    }
    polynomial(z, sign / (1L << squarings), out, n);
    for (int i = LEAST_SQUARINGS; i < squarings; i++) {
      square(out, n);
    }
  }

  /// The polynomial and the first six squarings.
  private static void polynomial(double[] z, double scale, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      double t = z[i] * scale;
      double e = Math.fma(t, C9, C8);
      e = Math.fma(e, t, C7);
      e = Math.fma(e, t, C6);
      e = Math.fma(e, t, C5);
      e = Math.fma(e, t, C4);
      e = Math.fma(e, t, C3);
      e = Math.fma(e, t, C2);
      e = Math.fma(e, t, 1);
      e = Math.fma(e, t, 1);
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      out[i] = e * e;
    }
  }

  private static void square(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] *= values[i];
    }
  }
}
