/// The exponential of whole arrays in vectors.
package dev.touchline.props;

import static dev.touchline.props.VectorWidth.FOUR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// As [FastExp], four at a time. To be called only where vectors serve.
public final class VectorExp {
  /// Largest argument, either sign.
  public static final double LARGEST = FastExp.LARGEST;

  private static final int LANES = 4;

  private VectorExp() {}

  /// out = exp(sign · z), entry by entry; the arrays have the same length, a multiple of four, and
  /// may be one. Relative error below 3e-16.
  public static void of(double[] z, double sign, double[] out) {
    DoubleVector factor = DoubleVector.broadcast(FOUR, sign);
    DoubleVector shift = DoubleVector.broadcast(FOUR, FastExp.SHIFT);
    DoubleVector log2 = DoubleVector.broadcast(FOUR, FastExp.LOG2_E);
    DoubleVector lnLow = DoubleVector.broadcast(FOUR, -FastExp.LN2_LOW);
    DoubleVector lnHigh = DoubleVector.broadcast(FOUR, -FastExp.LN2_HIGH);
    for (int i = 0; i < z.length; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(FOUR, z, i).mul(factor);
      DoubleVector shifted = x.fma(log2, shift);
      DoubleVector k = shifted.sub(shift);
      DoubleVector r = k.fma(lnLow, k.fma(lnHigh, x));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector p2 =
          r.fma(DoubleVector.broadcast(FOUR, FastExp.C3), DoubleVector.broadcast(FOUR, FastExp.C2));
      DoubleVector p4 =
          r.fma(DoubleVector.broadcast(FOUR, FastExp.C5), DoubleVector.broadcast(FOUR, FastExp.C4));
      DoubleVector p6 =
          r.fma(DoubleVector.broadcast(FOUR, FastExp.C7), DoubleVector.broadcast(FOUR, FastExp.C6));
      DoubleVector p8 =
          r.fma(DoubleVector.broadcast(FOUR, FastExp.C9), DoubleVector.broadcast(FOUR, FastExp.C8));
      DoubleVector p10 =
          r.fma(
              DoubleVector.broadcast(FOUR, FastExp.C11), DoubleVector.broadcast(FOUR, FastExp.C10));
      DoubleVector low = r2.fma(p4, p2);
      DoubleVector high = r4.fma(p10, r2.fma(p8, p6));
      DoubleVector near = r2.fma(r4.fma(high, low), r).add(1.0);
      near.reinterpretAsLongs()
          .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52))
          .reinterpretAsDoubles()
          .intoArray(out, i);
    }
  }
}
