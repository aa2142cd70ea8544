/// The part over players and rows in plain loops.
package dev.touchline.props;

import java.util.Arrays;

/// The kernel that serves everywhere; [VectorKernel] is held against it.
final class ScalarKernel implements PlayerKernel {
  private final Rows rows;
  private final Anchors anchors;
  private final Layout layout;
  private final int k;
  private final int f;

  private final WhitenedEffects block;
  private final double[][] targetMinusMean;
  private final double[] level;
  private final double[] meanBar;

  /// Linear terms and then expected counts of the rows of one block of players.
  private final double[] linear;

  private final double[] expected;

  ScalarKernel(Rows rows, Anchors anchors, Layout layout) {
    this.rows = rows;
    this.anchors = anchors;
    this.layout = layout;
    k = rows.props;
    f = rows.features;
    block = new WhitenedEffects(k);
    targetMinusMean = new double[k][WhitenedEffects.BLOCK];
    level = new double[k];
    meanBar = new double[k];
    linear = new double[rows.largestBlock()];
    expected = new double[rows.largestBlock()];
  }

  @Override
  public double evaluate(
      Terms terms, EffectCovariance covariance, double[] position, double[] gradient) {
    double lp = 0;
    for (int q = 0; q < Layout.POSITIONS; q++) {
      takeLevel(terms, q);
      Arrays.fill(meanBar, 0.0);
      int end = rows.positionStart[q + 1];
      for (int from = rows.positionStart[q]; from < end; from += WhitenedEffects.BLOCK) {
        int n = Math.min(WhitenedEffects.BLOCK, end - from);
        lp += players(from, n, terms, covariance, position, gradient);
      }
      for (int j = 0; j < k; j++) {
        terms.levelsBar[q * k + j] += meanBar[j];
      }
    }
    return lp;
  }

  @Override
  public MemberWhitening members(Anchors.Group group, int effectsAt) {
    return new ScalarMembers(group, effectsAt);
  }

  @Override
  public ScalarKernel plain() {
    return this;
  }

  @Override
  public void totals(
      Terms terms, EffectCovariance covariance, double[] position, double[][] result) {
    for (int q = 0; q < Layout.POSITIONS; q++) {
      takeLevel(terms, q);
      int end = rows.positionStart[q + 1];
      for (int from = rows.positionStart[q]; from < end; from += WhitenedEffects.BLOCK) {
        int n = Math.min(WhitenedEffects.BLOCK, end - from);
        forward(from, n, terms, covariance, position);
        for (int j = 0; j < k; j++) {
          for (int g = 0; g < n; g++) {
            result[j][from + g] = level[j] + block.tau[j][g];
          }
        }
      }
    }
  }

  private void takeLevel(Terms terms, int q) {
    System.arraycopy(terms.levels, q * k, level, 0, k);
  }

  private double forward(
      int from, int n, Terms terms, EffectCovariance covariance, double[] position) {
    targets(from, n, terms);
    return block.forward(
        n,
        covariance.precision(),
        anchors.playerInfo(),
        from,
        targetMinusMean,
        position,
        layout.playerEffects() + from,
        rows.players);
  }

  private double players(
      int from,
      int n,
      Terms terms,
      EffectCovariance covariance,
      double[] position,
      double[] gradient) {
    double lp = forward(from, n, terms, covariance, position);
    for (int j = 0; j < k; j++) {
      lp += likelihood(j, from, n, terms);
    }
    block.backward(
        n,
        covariance.precision(),
        anchors.playerInfo(),
        from,
        gradient,
        layout.playerEffects() + from,
        rows.players,
        meanBar,
        terms.precisionBar);
    targetsBackward(from, n, terms);
    return lp;
  }

  /// t − m of the players, with t following β and the cells.
  private void targets(int from, int n, Terms terms) {
    for (int j = 0; j < k; j++) {
      double[] result = targetMinusMean[j];
      double[] target = anchors.playerTarget()[j];
      double mean = level[j];
      for (int g = 0; g < n; g++) {
        result[g] = target[from + g] - mean;
      }
      for (int feature = 0; feature < f; feature++) {
        double[] x = anchors.featureMean()[feature * k + j];
        double b = terms.beta[feature * k + j];
        for (int g = 0; g < n; g++) {
          result[g] -= b * x[from + g];
        }
      }
    }
    for (int j = 0; j < k; j++) {
      followCells(
          from,
          n,
          anchors.rowWeight()[j],
          terms.table[j],
          rows.cell,
          rows.rowStart,
          targetMinusMean[j]);
    }
  }

  private static void followCells(
      int from,
      int n,
      double[] weight,
      double[] terms,
      int[] cell,
      int[] rowStart,
      double[] result) {
    for (int g = 0; g < n; g++) {
      double sum = 0;
      int end = rowStart[from + g + 1];
      for (int i = rowStart[from + g]; i < end; i++) {
        sum += weight[i] * terms[cell[i]];
      }
      result[g] -= sum;
    }
  }

  private void targetsBackward(int from, int n, Terms terms) {
    for (int j = 0; j < k; j++) {
      double[] bar = block.targetBar[j];
      for (int feature = 0; feature < f; feature++) {
        double[] x = anchors.featureMean()[feature * k + j];
        double sum = 0;
        for (int g = 0; g < n; g++) {
          sum += bar[g] * x[from + g];
        }
        terms.betaBar[feature * k + j] -= sum;
      }
    }
    for (int j = 0; j < k; j++) {
      cellsFollowed(
          from,
          n,
          anchors.rowWeight()[j],
          block.targetBar[j],
          rows.cell,
          rows.rowStart,
          terms.tableBar[j]);
    }
  }

  private static void cellsFollowed(
      int from, int n, double[] weight, double[] bar, int[] cell, int[] rowStart, double[] result) {
    for (int g = 0; g < n; g++) {
      double b = bar[g];
      int end = rowStart[from + g + 1];
      for (int i = rowStart[from + g]; i < end; i++) {
        result[cell[i]] -= weight[i] * b;
      }
    }
  }

  /// Log likelihood of one prop in the rows of a block of players, without the cells' and features'
  /// share of the counts; writes the effects' gradient.
  private double likelihood(int j, int from, int n, Terms terms) {
    int first = rows.rowStart[from];
    int count = rows.rowStart[from + n] - first;
    double[] tau = block.tau[j];
    double[] bar = block.effectBar[j];
    spread(from, n, level[j], tau, terms.table[j], rows.cell, rows.rowStart, linear);
    for (int feature = 0; feature < f; feature++) {
      addScaled(count, terms.beta[feature * k + j], rows.x[feature], first, linear);
    }
    if (!(largest(count, linear) <= FastExp.LARGEST)) {
      return Double.NEGATIVE_INFINITY;
    }
    FastExp.scaled(count, linear, rows.exposure, first, expected);
    gather(from, n, first, expected, rows.rowStart, bar);
    double lp = 0;
    double[] counts = rows.playerCounts[j];
    for (int g = 0; g < n; g++) {
      lp += counts[from + g] * (level[j] + tau[g]) - bar[g];
      bar[g] = counts[from + g] - bar[g];
    }
    scatter(count, expected, rows.cell, first, terms.tableBar[j]);
    for (int feature = 0; feature < f; feature++) {
      terms.betaBar[feature * k + j] -=
          WhitenedEffects.dot(count, rows.x[feature], first, expected);
    }
    return lp;
  }

  // Elementary loops over rows, each simple enough to be vectorised or pipelined by the compiler.

  private static void spread(
      int from,
      int n,
      double level,
      double[] tau,
      double[] terms,
      int[] cell,
      int[] rowStart,
      double[] result) {
    int first = rowStart[from];
    for (int g = 0; g < n; g++) {
      double effect = level + tau[g];
      int end = rowStart[from + g + 1];
      for (int i = rowStart[from + g]; i < end; i++) {
        result[i - first] = effect + terms[cell[i]];
      }
    }
  }

  private static void addScaled(int n, double scale, double[] a, int at, double[] result) {
    for (int i = 0; i < n; i++) {
      result[i] += scale * a[at + i];
    }
  }

  /// Largest absolute value; NaN where there is one.
  private static double largest(int n, double[] a) {
    double m = 0;
    for (int i = 0; i < n; i++) {
      m = Math.max(m, Math.abs(a[i]));
    }
    return m;
  }

  private static void gather(
      int from, int n, int first, double[] a, int[] rowStart, double[] result) {
    for (int g = 0; g < n; g++) {
      double sum = 0;
      int end = rowStart[from + g + 1];
      for (int i = rowStart[from + g]; i < end; i++) {
        sum += a[i - first];
      }
      result[g] = sum;
    }
  }

  private static void scatter(int n, double[] a, int[] cell, int first, double[] result) {
    for (int i = 0; i < n; i++) {
      result[cell[first + i]] -= a[i];
    }
  }
}
