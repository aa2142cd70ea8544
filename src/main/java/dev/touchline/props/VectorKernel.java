/// The part over players and rows in vectors.
package dev.touchline.props;

import static dev.touchline.props.PackedRows.LANES;
import static dev.touchline.props.PackedRows.PROPS;
import static dev.touchline.props.WhitenedEffects.BLOCK;

import java.util.Arrays;

/// Block by block of players: targets, effects, expected counts and all the way back, so that what
/// one step writes is still in the cache for the next. Loops over rows are vectors over props,
/// [RowLoops]; those over players are vectors over players, [VectorWhitening]; between them arrays
/// are transposed.
///
/// |η| is bounded before the exponentials of a block. Where the bound is above what [FastExp]
/// takes, far from any posterior, the scalar kernel does that evaluation.
final class VectorKernel implements PlayerKernel {
  private final Rows rows;
  private final PackedRows packed;
  private final Layout layout;
  private final ScalarKernel spare;
  private final int k;
  private final VectorWhitening whitening = new VectorWhitening();

  private final double[] beta = new double[LANES * PackedRows.SLOPES];

  /// Of the exposure: 1 and, where it is free, its slope on top.
  private final double[] exponent = new double[LANES];

  /// Of expected counts: to be taken off.
  private final double[] betaBar = new double[LANES * PackedRows.SLOPES];

  private final double[] level = new double[LANES];
  private final double[] logLikelihood = new double[LANES];

  /// [cell * 4 + prop]
  private final double[] table;

  /// Of expected counts: to be taken off.
  private final double[] tableBar;

  /// Total effects of a block, [player * 4 + prop].
  private final double[] effect = new double[LANES * BLOCK + 160];

  /// What is summed by player of a block, and its gradient; [player * 4 + prop].
  private final double[] byPlayer = new double[LANES * BLOCK + 96];

  /// Linear terms and then expected counts of a block's rows, [row * 3 + prop].
  private final double[] expected;

  VectorKernel(Rows rows, PackedRows packed, Layout layout, ScalarKernel spare) {
    this.rows = rows;
    this.packed = packed;
    this.layout = layout;
    this.spare = spare;
    k = rows.props;
    table = new double[LANES * rows.cells()];
    tableBar = new double[LANES * rows.cells()];
    expected = new double[PROPS * rows.largestBlock() + LANES];
  }

  @Override
  public double evaluate(
      Terms terms, EffectCovariance covariance, double[] position, double[] gradient) {
    double slopes = begin(terms, covariance);
    double most = RowLoops.norm(table, rows.cells()) + slopes;
    double lp = 0;
    int q = -1;
    for (int b = 0; b < packed.blocks.size(); b++) {
      PackedRows.Block block = packed.blocks.get(b);
      if (block.position() != q) {
        endPosition(q, terms);
        q = block.position();
        System.arraycopy(terms.levels, q * k, level, 0, k);
      }
      lp += forward(block, position);
      if (!(most + largestLevel() + whitening.largest <= FastExp.LARGEST)) {
        Arrays.fill(terms.levelsBar, 0.0);
        return spare.evaluate(terms, covariance, position, gradient);
      }
      likelihood(block);
      backward(block, gradient);
    }
    endPosition(q, terms);
    lp += whitening.quadratic();
    for (int j = 0; j < k; j++) {
      lp += logLikelihood[j];
    }
    end(terms);
    return lp;
  }

  @Override
  public void totals(
      Terms terms, EffectCovariance covariance, double[] position, double[][] result) {
    begin(terms, covariance);
    for (PackedRows.Block block : packed.blocks) {
      System.arraycopy(terms.levels, block.position() * k, level, 0, k);
      forward(block, position);
      for (int j = 0; j < k; j++) {
        double[] own = result[j];
        for (int g = 0; g < block.n(); g++) {
          own[block.from() + g] = effect[LANES * g + j];
        }
      }
    }
  }

  @Override
  public ScalarKernel plain() {
    return spare;
  }

  @Override
  public MemberWhitening members(Anchors.Group group, int effectsAt) {
    return new VectorMembers(group, effectsAt);
  }

  /// Takes the terms over; the answer is the largest |β·x + ln exposure| that any row can have.
  private double begin(Terms terms, EffectCovariance covariance) {
    whitening.begin(covariance.precision(), k);
    Arrays.fill(betaBar, 0.0);
    Arrays.fill(tableBar, 0.0);
    Arrays.fill(logLikelihood, 0.0);
    Arrays.fill(exponent, 1.0);
    double bound = packed.largestSlot[PackedRows.FEATURES];
    for (int f = 0; f < rows.features; f++) {
      int slot = PackedRows.slot(rows, f);
      double largest = 0;
      for (int j = 0; j < k; j++) {
        double slope = terms.beta[f * k + j];
        beta[LANES * slot + j] = slope;
        largest = Math.max(largest, Math.abs(slope));
      }
      bound += largest * packed.largestSlot[slot];
    }
    for (int j = 0; j < k; j++) {
      exponent[j] += beta[LANES * PackedRows.FEATURES + j];
    }
    for (int j = 0; j < k; j++) {
      double[] own = terms.table[j];
      for (int cell = 0; cell < own.length; cell++) {
        table[LANES * cell + j] = own[cell];
      }
    }
    return bound;
  }

  private void endPosition(int q, Terms terms) {
    if (q >= 0) {
      for (int j = 0; j < k; j++) {
        terms.levelsBar[q * k + j] += whitening.meanBar(j);
      }
      whitening.beginPosition();
    }
  }

  private void end(Terms terms) {
    whitening.addPrecisionBar(terms.precisionBar, k);
    for (int j = 0; j < k; j++) {
      for (int f = 0; f < rows.features; f++) {
        terms.betaBar[f * k + j] -= betaBar[LANES * PackedRows.slot(rows, f) + j];
      }
      double[] own = terms.tableBar[j];
      for (int cell = 0; cell < own.length; cell++) {
        own[cell] -= tableBar[LANES * cell + j];
      }
    }
  }

  private double forward(PackedRows.Block block, double[] position) {
    clear(block);
    RowLoops.follow(packed, block.firstRow(), block.rows(), table, byPlayer);
    RowLoops.targets(packed, block.at(), block.n(), level, beta, byPlayer);
    int n = block.n();
    for (int j = 0; j < PROPS; j++) {
      int to = j * VectorWhitening.STRIDE;
      Arrays.fill(whitening.white, to + n, to + block.padded(), 0.0);
      if (j < k) {
        System.arraycopy(
            position,
            layout.playerEffects() + j * rows.players + block.from(),
            whitening.white,
            to,
            n);
      }
    }
    byProp(block.padded(), byPlayer, whitening.targetMinusMean);
    double lp =
        whitening.forward(block.padded(), packed.info, packed.padded, packed.real, block.at());
    for (int j = 0; j < k; j++) {
      double mean = level[j];
      for (int g = 0; g < n; g++) {
        effect[LANES * g + j] = mean + whitening.tau[j * VectorWhitening.STRIDE + g];
      }
    }
    return lp;
  }

  private double largestLevel() {
    double largest = 0;
    for (int j = 0; j < k; j++) {
      largest = Math.max(largest, Math.abs(level[j]));
    }
    return largest;
  }

  private void likelihood(PackedRows.Block block) {
    int first = block.firstRow();
    int count = block.rows();
    clear(block);
    RowLoops.linear(packed, first, count, effect, table, beta, exponent, expected);
    RowLoops.exp(PROPS * count, expected);
    RowLoops.addUp(packed, first, count, expected, byPlayer, betaBar);
    RowLoops.residuals(packed, block.at(), block.n(), effect, byPlayer, logLikelihood);
    byProp(block.padded(), byPlayer, whitening.effectBar);
  }

  private void backward(PackedRows.Block block, double[] gradient) {
    int n = block.n();
    whitening.backward(block.padded(), packed.info, packed.padded, packed.real, block.at());
    for (int j = 0; j < k; j++) {
      System.arraycopy(
          whitening.whiteBar,
          j * VectorWhitening.STRIDE,
          gradient,
          layout.playerEffects() + j * rows.players + block.from(),
          n);
      for (int g = 0; g < n; g++) {
        byPlayer[LANES * g + j] = whitening.targetBar[j * VectorWhitening.STRIDE + g];
      }
    }
    RowLoops.targetsBackward(packed, block.at(), n, byPlayer, betaBar);
    RowLoops.scatter(packed, block.firstRow(), block.rows(), expected, byPlayer, tableBar);
  }

  /// Before sums by player: what an earlier block left in the padding must not reach this one, it
  /// might be NaN. Players with rows are written anyway.
  private void clear(PackedRows.Block block) {
    int from = packed.allHaveRows ? LANES * block.n() : 0;
    Arrays.fill(byPlayer, from, LANES * block.padded(), 0.0);
  }

  /// Transposes [player * 4 + prop] into [prop * STRIDE + player].
  private void byProp(int n, double[] from, double[] to) {
    for (int j = 0; j < k; j++) {
      for (int g = 0; g < n; g++) {
        to[j * VectorWhitening.STRIDE + g] = from[LANES * g + j];
      }
    }
  }
}
