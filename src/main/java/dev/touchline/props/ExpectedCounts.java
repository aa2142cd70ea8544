/// The loop over rows that takes the exponentials, in wide vectors over rows and props.
package dev.touchline.props;

import static dev.touchline.props.PackedRows.FEATURES;
import static dev.touchline.props.PackedRows.LANES;
import static dev.touchline.props.PackedRows.LOG_EXPOSURE;
import static dev.touchline.props.VectorWidth.FOUR;
import static dev.touchline.props.VectorWidth.ROWS;
import static dev.touchline.props.VectorWidth.WIDE;
import static dev.touchline.props.VectorWidth.WIDTH;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// As [RowLoops], with as many rows in a vector as it has room for. A value that all props of a row
/// share is spread over its lanes from the row's vector; what lies elsewhere for the second row
/// (its player's effects, its cell) is loaded over the first row's.
final class ExpectedCounts {
  private static final VectorShuffle<Double> FIRST = spread(0);
  private static final VectorShuffle<Double> SECOND = spread(1);
  private static final VectorShuffle<Double> THIRD = spread(2);
  private static final VectorShuffle<Double> FOURTH = spread(3);

  /// The second row's lanes.
  private static final VectorMask<Double> UPPER =
      VectorMask.fromLong(WIDE, (1L << WIDTH) - (1L << LANES));

  private ExpectedCounts() {}

  /// Computes of each row exp(effect + cell + β·x + a · ln exposure), for the exponential see
  /// [FastExp]; its argument must be at most [FastExp#LARGEST] either way.
  ///
  /// @param first the first row
  /// @param n rows with padding
  /// @param beta slopes, [slot * WIDTH + lane], the same for each row of a vector
  /// @param exponent of the exposure, [lane]
  /// @param expected receives the counts, [row * 4 + prop]
  /// @param sums receives their sums by player, running over his rows
  /// @param betaBar their sums times features and ln exposure, [slot * WIDTH + lane], added to
  static void of(
      PackedRows packed,
      int first,
      int n,
      double[] effect,
      double[] table,
      double[] beta,
      double[] exponent,
      double[] expected,
      double[] sums,
      double[] betaBar) {
    double[] weights = packed.weights;
    double[] features = packed.features;
    double[] keep = packed.keep;
    int[] cellAt = packed.cellAt;
    int[] playerAt = packed.playerAt;
    DoubleVector b0 = DoubleVector.fromArray(WIDE, beta, 0);
    DoubleVector b1 = DoubleVector.fromArray(WIDE, beta, WIDTH);
    DoubleVector b2 = DoubleVector.fromArray(WIDE, beta, 2 * WIDTH);
    DoubleVector b3 = DoubleVector.fromArray(WIDE, beta, 3 * WIDTH);
    DoubleVector a = DoubleVector.fromArray(WIDE, exponent, 0);
    DoubleVector shift = DoubleVector.broadcast(WIDE, FastExp.SHIFT);
    DoubleVector bar0 = DoubleVector.fromArray(WIDE, betaBar, 0);
    DoubleVector bar1 = DoubleVector.fromArray(WIDE, betaBar, WIDTH);
    DoubleVector bar2 = DoubleVector.fromArray(WIDE, betaBar, 2 * WIDTH);
    DoubleVector bar3 = DoubleVector.fromArray(WIDE, betaBar, 3 * WIDTH);
    DoubleVector bar4 = DoubleVector.fromArray(WIDE, betaBar, 4 * WIDTH);
    DoubleVector sum = DoubleVector.zero(FOUR);
    for (int g = 0; g < n; g += ROWS) {
      int i = first + g;
      DoubleVector record = DoubleVector.fromArray(WIDE, features, LANES * i);
      DoubleVector x0 = record.rearrange(FIRST);
      DoubleVector x1 = record.rearrange(SECOND);
      DoubleVector x2 = record.rearrange(THIRD);
      DoubleVector x3 = record.rearrange(FOURTH);
      DoubleVector e = DoubleVector.fromArray(WIDE, weights, LANES * i).rearrange(FOURTH);
      DoubleVector player = DoubleVector.fromArray(WIDE, effect, playerAt[i]);
      DoubleVector cell = DoubleVector.fromArray(WIDE, table, cellAt[i]);
      if (ROWS > 1) {
        int last = i + ROWS - 1;
        player = player.blend(DoubleVector.fromArray(WIDE, effect, playerAt[last] - LANES), UPPER);
        cell = cell.blend(DoubleVector.fromArray(WIDE, table, cellAt[last] - LANES), UPPER);
      }
      DoubleVector x =
          b0.fma(x0, player).add(b1.fma(x1, cell)).add(b3.fma(x3, b2.fma(x2, a.mul(e))));
      DoubleVector shifted = x.fma(DoubleVector.broadcast(WIDE, FastExp.LOG2_E), shift);
      DoubleVector k = shifted.sub(shift);
      DoubleVector r =
          k.fma(
              DoubleVector.broadcast(WIDE, -FastExp.LN2_LOW),
              k.fma(DoubleVector.broadcast(WIDE, -FastExp.LN2_HIGH), x));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector p2 =
          r.fma(DoubleVector.broadcast(WIDE, FastExp.C3), DoubleVector.broadcast(WIDE, FastExp.C2));
      DoubleVector p4 =
          r.fma(DoubleVector.broadcast(WIDE, FastExp.C5), DoubleVector.broadcast(WIDE, FastExp.C4));
      DoubleVector p6 =
          r.fma(DoubleVector.broadcast(WIDE, FastExp.C7), DoubleVector.broadcast(WIDE, FastExp.C6));
      DoubleVector p8 =
          r.fma(DoubleVector.broadcast(WIDE, FastExp.C9), DoubleVector.broadcast(WIDE, FastExp.C8));
      DoubleVector p10 =
          r.fma(
              DoubleVector.broadcast(WIDE, FastExp.C11), DoubleVector.broadcast(WIDE, FastExp.C10));
      DoubleVector low = r2.fma(p4, p2);
      DoubleVector high = r4.fma(p10, r2.fma(p8, p6));
      DoubleVector near = r2.fma(r4.fma(high, low), r).add(1.0);
      DoubleVector mu =
          near.reinterpretAsLongs()
              .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52))
              .reinterpretAsDoubles();
      mu.intoArray(expected, LANES * g);
      bar0 = mu.fma(x0, bar0);
      bar1 = mu.fma(x1, bar1);
      bar2 = mu.fma(x2, bar2);
      bar3 = mu.fma(x3, bar3);
      bar4 = mu.fma(e, bar4);
      // Loaded again row by row, as halves of a vector have no cheaper way.
      sum =
          DoubleVector.broadcast(FOUR, keep[i])
              .fma(sum, DoubleVector.fromArray(FOUR, expected, LANES * g));
      sum.intoArray(sums, playerAt[i]);
      if (ROWS > 1) {
        int last = ROWS - 1;
        sum =
            DoubleVector.broadcast(FOUR, keep[i + last])
                .fma(sum, DoubleVector.fromArray(FOUR, expected, LANES * (g + last)));
        sum.intoArray(sums, playerAt[i + last]);
      }
    }
    bar0.intoArray(betaBar, 0);
    bar1.intoArray(betaBar, WIDTH);
    bar2.intoArray(betaBar, 2 * WIDTH);
    bar3.intoArray(betaBar, 3 * WIDTH);
    bar4.intoArray(betaBar, 4 * WIDTH);
  }

  private static VectorShuffle<Double> spread(int lane) {
    return VectorShuffle.fromOp(WIDE, i -> i / LANES * LANES + lane);
  }

  static {
    assert FEATURES == 4 && LOG_EXPOSURE == 3 : "the loop names its slopes one by one";
  }
}
