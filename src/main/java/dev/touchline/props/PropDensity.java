/// The reference model's log density and gradient in one pass over primitive arrays.
package dev.touchline.props;

import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import java.util.Arrays;
import java.util.List;

/// The posterior of model.md in the coordinates of [Layout]. One instance a chain; it allocates
/// nothing once made.
///
/// The level of a playing position, α + γ_q, is what the data see; α given the levels is a known
/// normal, so the ridge between α and γ is gone: `split` is standard normal whatever the data.
/// Likewise the coordinate of a level holds the level against the mean opponent, which the data
/// see, and not against an opponent of effect zero. Effects are whitened by [WhitenedEffects].
/// Counts enter through their sums alone.
final class PropDensity implements Model {
  private static final double LEVEL_SHRINK =
      square(Priors.ALPHA_SD)
          / (square(Priors.POSITION_SD) + Layout.POSITIONS * square(Priors.ALPHA_SD))
          / square(Priors.POSITION_SD);
  private static final double SPLIT_PRECISION =
      1 / square(Priors.ALPHA_SD) + Layout.POSITIONS / square(Priors.POSITION_SD);

  private final Rows rows;
  private final Anchors anchors;
  private final Layout layout;
  private final List<Parameter> parameters;
  private final int k;
  private final int f;

  private final EffectCovariance playerCovariance;
  private final EffectCovariance opponentCovariance;
  private final WhitenedEffects playerBlock;
  private final WhitenedEffects opponentBlock;

  private final double[][] targetMinusMean;

  /// Opponent's effect plus home, [prop][cell].
  private final double[][] table;

  private final double[][] tableBar;
  private final double[] beta;
  private final double[] betaBar;
  private final double[] level;
  private final double[] levels;
  private final double[] meanBar;
  private final double[] precisionBar;
  private final double[] noMean;

  /// Linear terms and then expected counts of the rows of one block of players.
  private final double[] linear;

  private final double[] expected;

  /// @param rows training rows
  /// @param anchors of the same rows
  /// @param parameters what [#values] writes
  PropDensity(Rows rows, Anchors anchors, Layout layout, List<Parameter> parameters) {
    this.rows = rows;
    this.anchors = anchors;
    this.layout = layout;
    this.parameters = parameters;
    k = rows.props;
    f = rows.features;
    playerCovariance = new EffectCovariance(k);
    opponentCovariance = new EffectCovariance(k);
    playerBlock = new WhitenedEffects(k);
    opponentBlock = new WhitenedEffects(k);
    targetMinusMean = new double[k][WhitenedEffects.BLOCK];
    table = new double[k][2 * rows.opponents];
    tableBar = new double[k][2 * rows.opponents];
    beta = new double[f * k];
    betaBar = new double[f * k];
    level = new double[k];
    levels = new double[Layout.POSITIONS * k];
    meanBar = new double[k];
    precisionBar = new double[k * k];
    noMean = new double[k];
    linear = new double[rows.largestBlock()];
    expected = new double[rows.largestBlock()];
  }

  @Override
  public int dimension() {
    return layout.dimension();
  }

  @Override
  public int denseBlock() {
    return layout.dense();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double valueAndGradient(double[] position, double[] gradient) {
    Arrays.fill(gradient, 0, layout.globals(), 0.0);
    double lp = playerCovariance.forward(position, layout.playerScale(), layout.playerCpc());
    lp += rows.players * playerCovariance.halfLogDeterminant();
    lp += opponentCovariance.forward(position, layout.opponentScale(), layout.opponentCpc());
    lp += rows.opponents * opponentCovariance.halfLogDeterminant();

    lp += opponentsForward(position);
    fillLevels(position);
    lp += globalPriors(position, gradient);
    System.arraycopy(position, layout.beta(), beta, 0, f * k);
    Arrays.fill(betaBar, 0.0);
    startTableBar();

    Arrays.fill(precisionBar, 0.0);
    for (int q = 0; q < Layout.POSITIONS; q++) {
      lp += playersOf(q, position, gradient);
    }
    playerCovariance.backward(
        precisionBar, rows.players, position, gradient, layout.playerScale(), layout.playerCpc());
    for (int i = 0; i < f * k; i++) {
      gradient[layout.beta() + i] += betaBar[i] + rows.featureCounts[i];
      lp += rows.featureCounts[i] * beta[i];
    }
    lp += homeAndCounts(gradient);
    opponentsBackward(position, gradient);
    opponentCovariance.backward(
        precisionBar,
        rows.opponents,
        position,
        gradient,
        layout.opponentScale(),
        layout.opponentCpc());
    return lp;
  }

  private double globalPriors(double[] position, double[] gradient) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      double sum = 0;
      for (int q = 0; q < Layout.POSITIONS; q++) {
        sum += levels[q * k + j] - Priors.ALPHA_MEAN;
      }
      for (int q = 0; q < Layout.POSITIONS; q++) {
        int at = layout.level() + q * k + j;
        double r = levels[q * k + j] - Priors.ALPHA_MEAN;
        // Inverse of POSITION_SD² I + ALPHA_SD² 11ᵀ by Sherman and Morrison.
        double weighted = r / square(Priors.POSITION_SD) - LEVEL_SHRINK * sum;
        lp -= 0.5 * r * weighted;
        gradient[at] -= weighted;
      }
      lp += normal(position, gradient, layout.home() + j, Priors.HOME_SD);
      lp += normal(position, gradient, layout.split() + j, 1);
    }
    for (int i = 0; i < f * k; i++) {
      lp += normal(position, gradient, layout.beta() + i, Priors.BETA_SD);
    }
    return lp;
  }

  private static double normal(double[] position, double[] gradient, int at, double sd) {
    double scaled = position[at] / square(sd);
    gradient[at] -= scaled;
    return -0.5 * position[at] * scaled;
  }

  private double opponentsForward(double[] position) {
    double lp = 0;
    for (int from = 0; from < rows.opponents; from += WhitenedEffects.BLOCK) {
      int n = Math.min(WhitenedEffects.BLOCK, rows.opponents - from);
      lp += opponentBlockForward(position, from, n);
      for (int j = 0; j < k; j++) {
        double home = position[layout.home() + j];
        for (int g = 0; g < n; g++) {
          double effect = opponentBlock.tau[j][g];
          table[j][2 * (from + g)] = effect;
          table[j][2 * (from + g) + 1] = effect + home;
        }
      }
    }
    return lp;
  }

  private double opponentBlockForward(double[] position, int from, int n) {
    for (int j = 0; j < k; j++) {
      System.arraycopy(anchors.opponentTarget()[j], from, targetMinusMean[j], 0, n);
    }
    return opponentBlock.forward(
        n,
        opponentCovariance.precision(),
        anchors.opponentInfo(),
        from,
        targetMinusMean,
        position,
        layout.opponentEffects() + from,
        rows.opponents);
  }

  private void opponentsBackward(double[] position, double[] gradient) {
    Arrays.fill(precisionBar, 0.0);
    Arrays.fill(noMean, 0.0);
    boolean several = rows.opponents > WhitenedEffects.BLOCK;
    for (int from = 0; from < rows.opponents; from += WhitenedEffects.BLOCK) {
      int n = Math.min(WhitenedEffects.BLOCK, rows.opponents - from);
      if (several) {
        opponentBlockForward(position, from, n);
      }
      for (int j = 0; j < k; j++) {
        double meanBarOfOpponents = 0;
        for (int q = 0; q < Layout.POSITIONS; q++) {
          meanBarOfOpponents -= gradient[layout.level() + q * k + j];
        }
        for (int g = 0; g < n; g++) {
          int cell = 2 * (from + g);
          opponentBlock.effectBar[j][g] =
              tableBar[j][cell]
                  + tableBar[j][cell + 1]
                  + rows.opponentShare[from + g] * meanBarOfOpponents;
        }
      }
      opponentBlock.backward(
          n,
          opponentCovariance.precision(),
          anchors.opponentInfo(),
          from,
          gradient,
          layout.opponentEffects() + from,
          rows.opponents,
          noMean,
          precisionBar);
    }
  }

  /// α + γ_q: the coordinate less the mean opponent.
  private void fillLevels(double[] position) {
    for (int j = 0; j < k; j++) {
      double mean = 0;
      for (int o = 0; o < rows.opponents; o++) {
        mean += rows.opponentShare[o] * table[j][2 * o];
      }
      for (int q = 0; q < Layout.POSITIONS; q++) {
        levels[q * k + j] = position[layout.level() + q * k + j] - mean;
      }
    }
  }

  private void startTableBar() {
    for (int j = 0; j < k; j++) {
      System.arraycopy(rows.cellCounts[j], 0, tableBar[j], 0, tableBar[j].length);
    }
  }

  /// The counts' part of the cells' likelihood, and home's gradient.
  private double homeAndCounts(double[] gradient) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      double[] counts = rows.cellCounts[j];
      double[] terms = table[j];
      double home = 0;
      for (int cell = 0; cell < counts.length; cell += 2) {
        lp += counts[cell] * terms[cell] + counts[cell + 1] * terms[cell + 1];
        home += tableBar[j][cell + 1];
      }
      gradient[layout.home() + j] += home;
    }
    return lp;
  }

  private double playersOf(int q, double[] position, double[] gradient) {
    int end = rows.positionStart[q + 1];
    if (end == rows.positionStart[q]) {
      return 0;
    }
    double lp = 0;
    for (int j = 0; j < k; j++) {
      level[j] = levels[q * k + j];
    }
    Arrays.fill(meanBar, 0.0);
    for (int from = rows.positionStart[q]; from < end; from += WhitenedEffects.BLOCK) {
      lp += players(from, Math.min(WhitenedEffects.BLOCK, end - from), position, gradient);
    }
    for (int j = 0; j < k; j++) {
      gradient[layout.level() + q * k + j] += meanBar[j];
    }
    return lp;
  }

  private double players(int from, int n, double[] position, double[] gradient) {
    targets(from, n);
    double lp =
        playerBlock.forward(
            n,
            playerCovariance.precision(),
            anchors.playerInfo(),
            from,
            targetMinusMean,
            position,
            layout.playerEffects() + from,
            rows.players);
    for (int j = 0; j < k; j++) {
      lp += likelihood(j, from, n);
    }
    playerBlock.backward(
        n,
        playerCovariance.precision(),
        anchors.playerInfo(),
        from,
        gradient,
        layout.playerEffects() + from,
        rows.players,
        meanBar,
        precisionBar);
    targetsBackward(from, n);
    return lp;
  }

  /// t − m of the players, with t following β and the cells.
  private void targets(int from, int n) {
    for (int j = 0; j < k; j++) {
      double[] result = targetMinusMean[j];
      double[] target = anchors.playerTarget()[j];
      double mean = level[j];
      for (int g = 0; g < n; g++) {
        result[g] = target[from + g] - mean;
      }
      for (int feature = 0; feature < f; feature++) {
        double[] x = anchors.featureMean()[feature * k + j];
        double b = beta[feature * k + j];
        for (int g = 0; g < n; g++) {
          result[g] -= b * x[from + g];
        }
      }
    }
    for (int j = 0; j < k; j++) {
      followCells(
          from, n, anchors.rowWeight()[j], table[j], rows.cell, rows.rowStart, targetMinusMean[j]);
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

  private void targetsBackward(int from, int n) {
    for (int j = 0; j < k; j++) {
      double[] bar = playerBlock.targetBar[j];
      for (int feature = 0; feature < f; feature++) {
        double[] x = anchors.featureMean()[feature * k + j];
        double sum = 0;
        for (int g = 0; g < n; g++) {
          sum += bar[g] * x[from + g];
        }
        betaBar[feature * k + j] -= sum;
      }
    }
    for (int j = 0; j < k; j++) {
      cellsFollowed(
          from,
          n,
          anchors.rowWeight()[j],
          playerBlock.targetBar[j],
          rows.cell,
          rows.rowStart,
          tableBar[j]);
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
  private double likelihood(int j, int from, int n) {
    int first = rows.rowStart[from];
    int count = rows.rowStart[from + n] - first;
    double[] tau = playerBlock.tau[j];
    double[] bar = playerBlock.effectBar[j];
    spread(from, n, level[j], tau, table[j], rows.cell, rows.rowStart, linear);
    for (int feature = 0; feature < f; feature++) {
      addScaled(count, beta[feature * k + j], rows.x[feature], first, linear);
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
    scatter(count, expected, rows.cell, first, tableBar[j]);
    for (int feature = 0; feature < f; feature++) {
      betaBar[feature * k + j] -= dot(count, rows.x[feature], first, expected);
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

  private static double dot(int n, double[] a, int at, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += a[at + i] * b[i];
      s1 += a[at + i + 1] * b[i + 1];
      s2 += a[at + i + 2] * b[i + 2];
      s3 += a[at + i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[at + i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void values(double[] position, double[] values) {
    new ValueWriter(rows, layout).write(this, position, values);
  }

  /// α + γ_q of the last evaluation, [position * K + prop].
  double[] levels() {
    return levels;
  }

  /// Total log rate of every player (level and effect), opponents' effects and the covariance
  /// factors at a position, for [ValueWriter] and [Anchors].
  Effects effects(double[] position) {
    playerCovariance.forward(position, layout.playerScale(), layout.playerCpc());
    opponentCovariance.forward(position, layout.opponentScale(), layout.opponentCpc());
    opponentsForward(position);
    fillLevels(position);
    System.arraycopy(position, layout.beta(), beta, 0, f * k);
    double[][] total = new double[k][rows.players];
    for (int q = 0; q < Layout.POSITIONS; q++) {
      for (int j = 0; j < k; j++) {
        level[j] = levels[q * k + j];
      }
      int end = rows.positionStart[q + 1];
      for (int from = rows.positionStart[q]; from < end; from += WhitenedEffects.BLOCK) {
        int n = Math.min(WhitenedEffects.BLOCK, end - from);
        targets(from, n);
        playerBlock.forward(
            n,
            playerCovariance.precision(),
            anchors.playerInfo(),
            from,
            targetMinusMean,
            position,
            layout.playerEffects() + from,
            rows.players);
        for (int j = 0; j < k; j++) {
          for (int g = 0; g < n; g++) {
            total[j][from + g] = level[j] + playerBlock.tau[j][g];
          }
        }
      }
    }
    double[][] cellTerm = new double[k][];
    double[][] opponents = new double[k][rows.opponents];
    for (int j = 0; j < k; j++) {
      cellTerm[j] = table[j].clone();
      for (int o = 0; o < rows.opponents; o++) {
        opponents[j][o] = table[j][2 * o];
      }
    }
    return new Effects(total, opponents, cellTerm, playerCovariance, opponentCovariance);
  }

  /// Effects at a position, in internal order.
  ///
  /// @param players total log rates, [prop][player]
  /// @param opponents [prop][opponent]
  /// @param cellTerm opponent's effect plus home, [prop][cell]
  /// @param playerCovariance at that position, until the next evaluation
  /// @param opponentCovariance likewise
  record Effects(
      double[][] players,
      double[][] opponents,
      double[][] cellTerm,
      EffectCovariance playerCovariance,
      EffectCovariance opponentCovariance) {}

  /// Mean of α given the levels, and its precision.
  static double splitMean(double levelSum) {
    return (Priors.ALPHA_MEAN / square(Priors.ALPHA_SD) + levelSum / square(Priors.POSITION_SD))
        / SPLIT_PRECISION;
  }

  static double splitSd() {
    return 1 / Math.sqrt(SPLIT_PRECISION);
  }

  private static double square(double x) {
    return x * x;
  }
}
