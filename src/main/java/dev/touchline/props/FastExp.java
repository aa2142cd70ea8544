/// An exponential whose loop the compiler can pipeline.
package dev.touchline.props;

/// exp by Cody and Waite's reduction and a polynomial in Estrin's scheme, without branches.
///
/// Valid for |x| ≤ 700, which the caller checks; relative error below 3e-16 there. Math.exp is a
/// call per value and costs several times as much inside the density's loops.
final class FastExp {
  /// Largest argument, either sign.
  static final double LARGEST = 700;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;

  /// 1.5 × 2^52: adding it leaves the nearest integer in the low bits.
  private static final double SHIFT = 0x1.8p52;

  private static final double C2 = 1.0 / 2;
  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;
  private static final double C6 = 1.0 / 720;
  private static final double C7 = 1.0 / 5040;
  private static final double C8 = 1.0 / 40320;
  private static final double C9 = 1.0 / 362880;
  private static final double C10 = 1.0 / 3628800;
  private static final double C11 = 1.0 / 39916800;
  private static final double C12 = 1.0 / 479001600;
  private static final double C13 = 1.0 / 6227020800.0;

  private FastExp() {}

  /// result[i] = factor[at + i] · exp(x[i]) for i below n.
  static void scaled(int n, double[] x, double[] factor, int at, double[] result) {
    for (int i = 0; i < n; i++) {
      result[i] = factor[at + i] * exp(x[i]);
    }
  }

  static double exp(double x) {
    double shifted = x * LOG2_E + SHIFT;
    double k = shifted - SHIFT;
    double r = (x - k * LN2_HIGH) - k * LN2_LOW;
    double r2 = r * r;
    double r4 = r2 * r2;
    double r8 = r4 * r4;
    double low = (1 + r) + r2 * (C2 + r * C3) + r4 * ((C4 + r * C5) + r2 * (C6 + r * C7));
    double high = (C8 + r * C9) + r2 * (C10 + r * C11) + r4 * (C12 + r * C13);
    double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
    return (low + r8 * high) * power;
  }
}
