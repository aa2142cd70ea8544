/// The loops over rows and players in vectors over props.
package dev.touchline.props;

import static dev.touchline.props.PackedRows.COUNTS;
import static dev.touchline.props.PackedRows.FEATURES;
import static dev.touchline.props.PackedRows.LANES;
import static dev.touchline.props.PackedRows.LOG_EXPOSURE;
import static dev.touchline.props.PackedRows.MEANS;
import static dev.touchline.props.PackedRows.PLAYER;
import static dev.touchline.props.PackedRows.PROPS;
import static dev.touchline.props.PackedRows.ROW;
import static dev.touchline.props.PackedRows.X;
import static dev.touchline.props.VectorWidth.FOUR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// Flat loops without calls: vectors handed to methods, or carried from one loop into another, end
/// up on the heap. Sums by player are running sums, stored at every row; that of a player's last
/// row stays.
///
/// Arrays of rows are read from `first` on; arrays of players and of rows' results are the block's
/// own and begin at 0.
final class RowLoops {
  private RowLoops() {}

  /// Σ weight · table over each player's rows.
  static void follow(PackedRows packed, int first, int n, double[] table, double[] result) {
    double[] row = packed.row;
    double[] keep = packed.keep;
    int[] cellAt = packed.cellAt;
    int[] playerAt = packed.playerAt;
    DoubleVector sum = DoubleVector.zero(FOUR);
    for (int i = first; i < first + n; i++) {
      DoubleVector w = DoubleVector.fromArray(FOUR, row, ROW * i);
      DoubleVector t = DoubleVector.fromArray(FOUR, table, cellAt[i]);
      // The product first, so that a row waits for the one before by a single operation.
      sum = sum.fma(DoubleVector.broadcast(FOUR, keep[i]), w.mul(t));
      sum.intoArray(result, playerAt[i]);
    }
  }

  /// t − m by player: the target less the level, β and the cells.
  static void targets(
      PackedRows packed, int at, int n, double[] level, double[] beta, double[] followed) {
    double[] player = packed.player;
    DoubleVector mean = DoubleVector.fromArray(FOUR, level, 0);
    DoubleVector b0 = DoubleVector.fromArray(FOUR, beta, 0);
    DoubleVector b1 = DoubleVector.fromArray(FOUR, beta, LANES);
    DoubleVector b2 = DoubleVector.fromArray(FOUR, beta, 2 * LANES);
    DoubleVector b3 = DoubleVector.fromArray(FOUR, beta, 3 * LANES);
    DoubleVector b4 = DoubleVector.fromArray(FOUR, beta, 4 * LANES);
    for (int g = 0; g < n; g++) {
      int from = PLAYER * (at + g);
      DoubleVector sum = DoubleVector.fromArray(FOUR, followed, LANES * g).add(mean);
      sum = b0.fma(DoubleVector.fromArray(FOUR, player, from + MEANS), sum);
      sum = b1.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + LANES), sum);
      sum = b2.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + 2 * LANES), sum);
      sum = b3.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + 3 * LANES), sum);
      sum = b4.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + 4 * LANES), sum);
      DoubleVector.fromArray(FOUR, player, from).sub(sum).intoArray(followed, LANES * g);
    }
  }

  /// Linear term of each row: effect + cell + β·x + a · ln exposure, [row * 3 + prop].
  ///
  /// A row's fourth lane is overwritten by the row after it; up to a vector after the last row
  /// there are zeros.
  static void linear(
      PackedRows packed,
      int first,
      int n,
      double[] effect,
      double[] table,
      double[] beta,
      double[] exponent,
      double[] result) {
    double[] row = packed.row;
    int[] cellAt = packed.cellAt;
    int[] playerAt = packed.playerAt;
    DoubleVector b0 = DoubleVector.fromArray(FOUR, beta, 0);
    DoubleVector b1 = DoubleVector.fromArray(FOUR, beta, LANES);
    DoubleVector b2 = DoubleVector.fromArray(FOUR, beta, 2 * LANES);
    DoubleVector b3 = DoubleVector.fromArray(FOUR, beta, 3 * LANES);
    DoubleVector a = DoubleVector.fromArray(FOUR, exponent, 0);
    for (int g = 0; g < n; g++) {
      int i = first + g;
      DoubleVector x0 = DoubleVector.broadcast(FOUR, row[ROW * i + X]);
      DoubleVector x1 = DoubleVector.broadcast(FOUR, row[ROW * i + X + 1]);
      DoubleVector x2 = DoubleVector.broadcast(FOUR, row[ROW * i + X + 2]);
      DoubleVector x3 = DoubleVector.broadcast(FOUR, row[ROW * i + X + 3]);
      DoubleVector e = DoubleVector.broadcast(FOUR, row[ROW * i + LOG_EXPOSURE]);
      b0.fma(x0, DoubleVector.fromArray(FOUR, effect, playerAt[i]))
          .add(b1.fma(x1, DoubleVector.fromArray(FOUR, table, cellAt[i])))
          .add(b3.fma(x3, b2.fma(x2, a.mul(e))))
          .intoArray(result, PROPS * g);
    }
    DoubleVector.zero(FOUR).intoArray(result, PROPS * n);
  }

  /// Puts the exponential of each of `n` values, rounded up to a multiple of four, in its place;
  /// see [FastExp]. They must be at most [FastExp#LARGEST] either way.
  static void exp(int n, double[] values) {
    DoubleVector shift = DoubleVector.broadcast(FOUR, FastExp.SHIFT);
    for (int i = 0; i < n; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(FOUR, values, i);
      DoubleVector shifted = x.fma(DoubleVector.broadcast(FOUR, FastExp.LOG2_E), shift);
      DoubleVector k = shifted.sub(shift);
      DoubleVector r =
          k.fma(
              DoubleVector.broadcast(FOUR, -FastExp.LN2_LOW),
              k.fma(DoubleVector.broadcast(FOUR, -FastExp.LN2_HIGH), x));
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
          .intoArray(values, i);
    }
  }

  /// Sums of expected counts by player; times features they are added to `betaBar`.
  static void addUp(
      PackedRows packed, int first, int n, double[] expected, double[] sums, double[] betaBar) {
    double[] row = packed.row;
    double[] keep = packed.keep;
    int[] playerAt = packed.playerAt;
    DoubleVector bar0 = DoubleVector.fromArray(FOUR, betaBar, 0);
    DoubleVector bar1 = DoubleVector.fromArray(FOUR, betaBar, LANES);
    DoubleVector bar2 = DoubleVector.fromArray(FOUR, betaBar, 2 * LANES);
    DoubleVector bar3 = DoubleVector.fromArray(FOUR, betaBar, 3 * LANES);
    DoubleVector bar4 = DoubleVector.fromArray(FOUR, betaBar, 4 * LANES);
    DoubleVector sum = DoubleVector.zero(FOUR);
    for (int g = 0; g < n; g++) {
      int i = first + g;
      // Before the store: after it the compiler would load and broadcast in two steps.
      DoubleVector x0 = DoubleVector.broadcast(FOUR, row[ROW * i + X]);
      DoubleVector x1 = DoubleVector.broadcast(FOUR, row[ROW * i + X + 1]);
      DoubleVector x2 = DoubleVector.broadcast(FOUR, row[ROW * i + X + 2]);
      DoubleVector x3 = DoubleVector.broadcast(FOUR, row[ROW * i + X + 3]);
      DoubleVector e = DoubleVector.broadcast(FOUR, row[ROW * i + LOG_EXPOSURE]);
      DoubleVector mu = DoubleVector.fromArray(FOUR, expected, PROPS * g);
      sum = sum.fma(DoubleVector.broadcast(FOUR, keep[i]), mu);
      sum.intoArray(sums, playerAt[i]);
      bar0 = mu.fma(x0, bar0);
      bar1 = mu.fma(x1, bar1);
      bar2 = mu.fma(x2, bar2);
      bar3 = mu.fma(x3, bar3);
      bar4 = mu.fma(e, bar4);
    }
    bar0.intoArray(betaBar, 0);
    bar1.intoArray(betaBar, LANES);
    bar2.intoArray(betaBar, 2 * LANES);
    bar3.intoArray(betaBar, 3 * LANES);
    bar4.intoArray(betaBar, 4 * LANES);
  }

  /// Turns sums of expected counts into counts less expected ones; adds the log likelihood of each
  /// prop.
  static void residuals(
      PackedRows packed, int at, int n, double[] effect, double[] sums, double[] logLikelihood) {
    double[] player = packed.player;
    DoubleVector observed = DoubleVector.fromArray(FOUR, logLikelihood, 0);
    DoubleVector expected = DoubleVector.zero(FOUR);
    for (int g = 0; g < n; g++) {
      DoubleVector counts = DoubleVector.fromArray(FOUR, player, PLAYER * (at + g) + COUNTS);
      DoubleVector sum = DoubleVector.fromArray(FOUR, sums, LANES * g);
      observed = counts.fma(DoubleVector.fromArray(FOUR, effect, LANES * g), observed);
      expected = expected.add(sum);
      counts.sub(sum).intoArray(sums, LANES * g);
    }
    observed.sub(expected).intoArray(logLikelihood, 0);
  }

  /// Takes what [#targets] did with β back: adds Σ targetBar · means.
  static void targetsBackward(
      PackedRows packed, int at, int n, double[] targetBar, double[] betaBar) {
    double[] player = packed.player;
    DoubleVector b0 = DoubleVector.fromArray(FOUR, betaBar, 0);
    DoubleVector b1 = DoubleVector.fromArray(FOUR, betaBar, LANES);
    DoubleVector b2 = DoubleVector.fromArray(FOUR, betaBar, 2 * LANES);
    DoubleVector b3 = DoubleVector.fromArray(FOUR, betaBar, 3 * LANES);
    DoubleVector b4 = DoubleVector.fromArray(FOUR, betaBar, 4 * LANES);
    for (int g = 0; g < n; g++) {
      int from = PLAYER * (at + g) + MEANS;
      DoubleVector bar = DoubleVector.fromArray(FOUR, targetBar, LANES * g);
      b0 = bar.fma(DoubleVector.fromArray(FOUR, player, from), b0);
      b1 = bar.fma(DoubleVector.fromArray(FOUR, player, from + LANES), b1);
      b2 = bar.fma(DoubleVector.fromArray(FOUR, player, from + 2 * LANES), b2);
      b3 = bar.fma(DoubleVector.fromArray(FOUR, player, from + 3 * LANES), b3);
      b4 = bar.fma(DoubleVector.fromArray(FOUR, player, from + 4 * LANES), b4);
    }
    b0.intoArray(betaBar, 0);
    b1.intoArray(betaBar, LANES);
    b2.intoArray(betaBar, 2 * LANES);
    b3.intoArray(betaBar, 3 * LANES);
    b4.intoArray(betaBar, 4 * LANES);
  }

  /// Adds to each cell what its rows expect and what the targets take from it.
  static void scatter(
      PackedRows packed,
      int first,
      int n,
      double[] expected,
      double[] targetBar,
      double[] tableBar) {
    double[] row = packed.row;
    int[] cellAt = packed.cellAt;
    int[] playerAt = packed.playerAt;
    for (int g = 0; g < n; g++) {
      int i = first + g;
      DoubleVector w = DoubleVector.fromArray(FOUR, row, ROW * i);
      DoubleVector bar = DoubleVector.fromArray(FOUR, targetBar, playerAt[i]);
      DoubleVector all = w.fma(bar, DoubleVector.fromArray(FOUR, expected, PROPS * g));
      DoubleVector.fromArray(FOUR, tableBar, cellAt[i]).add(all).intoArray(tableBar, cellAt[i]);
    }
  }

  /// Norm of `n` vectors: at least the largest absolute value among them, and NaN where one is.
  static double norm(double[] a, int n) {
    DoubleVector sum = DoubleVector.zero(FOUR);
    for (int i = 0; i < LANES * n; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(FOUR, a, i);
      sum = v.fma(v, sum);
    }
    return Math.sqrt(sum.reduceLanes(VectorOperators.ADD));
  }

  static {
    assert FEATURES == 4 : "the loops name their slopes one by one";
  }
}
