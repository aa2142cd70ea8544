/// Collects the numbers of both tails in vectors.
package dev.touchline.predict;

import static dev.touchline.props.VectorWidth.FOUR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Four numbers at a time, those of a tail packed by one instruction where the processor has it.
/// The loop is flat and without calls, since vectors that are handed over end up on the heap.
final class VectorTails {
  /// How far beyond the last number a store may write.
  static final int MARGIN = 4;

  private VectorTails() {}

  /// Copies numbers below `lowest` and above `highest`, in their order.
  ///
  /// @param n how many numbers; a rest that fills no vector is looked at one by one
  /// @param below at least [#MARGIN] longer than n, as is `above`
  /// @return how many were below, plus those above times 2³²
  static long split(
      double[] values, int n, double lowest, double highest, double[] below, double[] above) {
    DoubleVector low = DoubleVector.broadcast(FOUR, lowest);
    DoubleVector high = DoubleVector.broadcast(FOUR, highest);
    int fewer = 0;
    int more = 0;
    int i = 0;
    for (; i <= n - FOUR.length(); i += FOUR.length()) {
      DoubleVector v = DoubleVector.fromArray(FOUR, values, i);
      VectorMask<Double> isBelow = v.compare(VectorOperators.LT, low);
      VectorMask<Double> isAbove = v.compare(VectorOperators.GT, high);
      v.compress(isBelow).intoArray(below, fewer);
      v.compress(isAbove).intoArray(above, more);
      fewer += isBelow.trueCount();
      more += isAbove.trueCount();
    }
    for (; i < n; i++) {
      double value = values[i];
      below[fewer] = value;
      fewer += value < lowest ? 1 : 0;
      above[more] = value;
      more += value > highest ? 1 : 0;
    }
    return fewer | (long) more << Integer.SIZE;
  }
}
