/// The loops over rows and players in vectors over props.
package dev.touchline.props;

import static dev.touchline.props.PackedRows.COUNTS;
import static dev.touchline.props.PackedRows.FEATURES;
import static dev.touchline.props.PackedRows.LANES;
import static dev.touchline.props.PackedRows.MEANS;
import static dev.touchline.props.PackedRows.PLAYER;
import static dev.touchline.props.VectorWidth.FOUR;
import static dev.touchline.props.VectorWidth.WIDTH;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// Flat loops without calls: vectors handed to methods, or carried from one loop into another, end
/// up on the heap. Sums by player are running sums, stored at every row; that of a player's last
/// row stays.
///
/// Arrays of rows are read from `first` on; arrays of players and of rows' results are the block's
/// own. [PackedRows] says where players and cells lie in arrays.
final class RowLoops {
  private RowLoops() {}

  /// Σ weight · table over each player's rows.
  static void follow(PackedRows packed, int first, int n, double[] table, double[] result) {
    double[] weights = packed.weights;
    double[] keep = packed.keep;
    int[] cellAt = packed.cellAt;
    int[] playerAt = packed.playerAt;
    DoubleVector sum = DoubleVector.zero(FOUR);
    for (int i = first; i < first + n; i++) {
      DoubleVector w = DoubleVector.fromArray(FOUR, weights, LANES * i);
      DoubleVector t = DoubleVector.fromArray(FOUR, table, cellAt[i]);
      // The product first, so that a row waits for the one before by a single operation.
      sum = DoubleVector.broadcast(FOUR, keep[i]).fma(sum, w.mul(t));
      sum.intoArray(result, playerAt[i]);
    }
  }

  /// t − m by player: the target less the level, β and the cells.
  static void targets(
      PackedRows packed, int at, int n, double[] level, double[] beta, double[] followed) {
    double[] player = packed.player;
    DoubleVector mean = DoubleVector.fromArray(FOUR, level, 0);
    DoubleVector b0 = DoubleVector.fromArray(FOUR, beta, 0);
    DoubleVector b1 = DoubleVector.fromArray(FOUR, beta, WIDTH);
    DoubleVector b2 = DoubleVector.fromArray(FOUR, beta, 2 * WIDTH);
    DoubleVector b3 = DoubleVector.fromArray(FOUR, beta, 3 * WIDTH);
    DoubleVector b4 = DoubleVector.fromArray(FOUR, beta, 4 * WIDTH);
    for (int g = 0; g < n; g++) {
      int from = PLAYER * (at + g);
      DoubleVector sum = DoubleVector.fromArray(FOUR, followed, LANES * (1 + g)).add(mean);
      sum = b0.fma(DoubleVector.fromArray(FOUR, player, from + MEANS), sum);
      sum = b1.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + LANES), sum);
      sum = b2.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + 2 * LANES), sum);
      sum = b3.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + 3 * LANES), sum);
      sum = b4.fma(DoubleVector.fromArray(FOUR, player, from + MEANS + 4 * LANES), sum);
      DoubleVector.fromArray(FOUR, player, from).sub(sum).intoArray(followed, LANES * (1 + g));
    }
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
      DoubleVector sum = DoubleVector.fromArray(FOUR, sums, LANES * (1 + g));
      observed = counts.fma(DoubleVector.fromArray(FOUR, effect, LANES * (1 + g)), observed);
      expected = sum.add(expected);
      counts.sub(sum).intoArray(sums, LANES * (1 + g));
    }
    observed.sub(expected).intoArray(logLikelihood, 0);
  }

  /// Takes what [#targets] did with β back: adds Σ targetBar · means.
  static void targetsBackward(
      PackedRows packed, int at, int n, double[] targetBar, double[] betaBar) {
    double[] player = packed.player;
    DoubleVector b0 = DoubleVector.fromArray(FOUR, betaBar, 0);
    DoubleVector b1 = DoubleVector.fromArray(FOUR, betaBar, WIDTH);
    DoubleVector b2 = DoubleVector.fromArray(FOUR, betaBar, 2 * WIDTH);
    DoubleVector b3 = DoubleVector.fromArray(FOUR, betaBar, 3 * WIDTH);
    DoubleVector b4 = DoubleVector.fromArray(FOUR, betaBar, 4 * WIDTH);
    for (int g = 0; g < n; g++) {
      int from = PLAYER * (at + g) + MEANS;
      DoubleVector bar = DoubleVector.fromArray(FOUR, targetBar, LANES * (1 + g));
      b0 = bar.fma(DoubleVector.fromArray(FOUR, player, from), b0);
      b1 = bar.fma(DoubleVector.fromArray(FOUR, player, from + LANES), b1);
      b2 = bar.fma(DoubleVector.fromArray(FOUR, player, from + 2 * LANES), b2);
      b3 = bar.fma(DoubleVector.fromArray(FOUR, player, from + 3 * LANES), b3);
      b4 = bar.fma(DoubleVector.fromArray(FOUR, player, from + 4 * LANES), b4);
    }
    b0.intoArray(betaBar, 0);
    b1.intoArray(betaBar, WIDTH);
    b2.intoArray(betaBar, 2 * WIDTH);
    b3.intoArray(betaBar, 3 * WIDTH);
    b4.intoArray(betaBar, 4 * WIDTH);
  }

  /// Adds to each cell what its rows expect and what the targets take from it.
  static void scatter(
      PackedRows packed,
      int first,
      int n,
      double[] expected,
      double[] targetBar,
      double[] tableBar) {
    double[] weights = packed.weights;
    int[] cellAt = packed.cellAt;
    int[] playerAt = packed.playerAt;
    for (int g = 0; g < n; g++) {
      int i = first + g;
      DoubleVector w = DoubleVector.fromArray(FOUR, weights, LANES * i);
      DoubleVector bar = DoubleVector.fromArray(FOUR, targetBar, playerAt[i]);
      DoubleVector all = w.fma(bar, DoubleVector.fromArray(FOUR, expected, LANES * g));
      DoubleVector.fromArray(FOUR, tableBar, cellAt[i]).add(all).intoArray(tableBar, cellAt[i]);
    }
  }

  /// Norm of the cells' `n` vectors: at least the largest absolute value among them, and NaN where
  /// one is.
  static double norm(double[] a, int n) {
    DoubleVector sum = DoubleVector.zero(FOUR);
    for (int i = LANES; i < LANES * (1 + n); i += LANES) {
      DoubleVector v = DoubleVector.fromArray(FOUR, a, i);
      sum = v.fma(v, sum);
    }
    return Math.sqrt(sum.reduceLanes(VectorOperators.ADD));
  }

  static {
    assert FEATURES == 4 : "the loops name their slopes one by one";
  }
}
