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
/// Effects are whitened by [WhitenedEffects]. Counts enter through their sums alone.
final class PropDensity implements Model {
  /// Linear terms beyond this are no longer safe to exponentiate.
  private static final double LARGEST_TERM = 700;

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

  /// Opponent's effect plus home, [cell * K + prop].
  private final double[] table;

  private final double[] tableBar;
  private final double[] opponentEffect;
  private final double[] beta;
  private final double[] betaBar;
  private final double[] level;
  private final double[] meanBar;
  private final double[] precisionBar;
  private final double[] noMean;
  private final double[] term;
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
    table = new double[2 * rows.opponents * k];
    tableBar = new double[2 * rows.opponents * k];
    opponentEffect = new double[rows.opponents * k];
    beta = new double[f * k];
    betaBar = new double[f * k];
    level = new double[k];
    meanBar = new double[k];
    precisionBar = new double[k * k];
    noMean = new double[k];
    term = new double[k];
    expected = new double[k];
  }

  @Override
  public int dimension() {
    return layout.dimension();
  }

  @Override
  public int denseBlock() {
    return layout.globals();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double valueAndGradient(double[] position, double[] gradient) {
    Arrays.fill(gradient, 0, layout.globals(), 0.0);
    double lp = globalPriors(position, gradient);
    lp += playerCovariance.forward(position, layout.playerLogSd(), layout.playerCpc());
    lp += rows.players * playerCovariance.halfLogDeterminant();
    lp += opponentCovariance.forward(position, layout.opponentLogSd(), layout.opponentCpc());
    lp += rows.opponents * opponentCovariance.halfLogDeterminant();

    lp += opponentsForward(position);
    fillTable(position);
    System.arraycopy(position, layout.beta(), beta, 0, f * k);
    Arrays.fill(betaBar, 0.0);
    startTableBar();

    Arrays.fill(precisionBar, 0.0);
    for (int q = 0; q < Layout.POSITIONS; q++) {
      lp += playersOf(q, position, gradient);
    }
    playerCovariance.backward(
        precisionBar, rows.players, gradient, layout.playerLogSd(), layout.playerCpc());
    for (int i = 0; i < f * k; i++) {
      gradient[layout.beta() + i] += betaBar[i] + rows.featureCounts[i];
      lp += rows.featureCounts[i] * beta[i];
    }
    lp += homeAndCounts(gradient);
    opponentsBackward(position, gradient);
    opponentCovariance.backward(
        precisionBar, rows.opponents, gradient, layout.opponentLogSd(), layout.opponentCpc());
    return lp;
  }

  private double globalPriors(double[] position, double[] gradient) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      double sum = 0;
      for (int q = 0; q < Layout.POSITIONS; q++) {
        sum += position[layout.level() + q * k + j] - Priors.ALPHA_MEAN;
      }
      for (int q = 0; q < Layout.POSITIONS; q++) {
        int at = layout.level() + q * k + j;
        double r = position[at] - Priors.ALPHA_MEAN;
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
        for (int g = 0; g < n; g++) {
          opponentEffect[(from + g) * k + j] = opponentBlock.tau[j][g];
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
        for (int g = 0; g < n; g++) {
          int cell = 2 * (from + g);
          opponentBlock.effectBar[j][g] = tableBar[cell * k + j] + tableBar[(cell + 1) * k + j];
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

  private void fillTable(double[] position) {
    for (int o = 0; o < rows.opponents; o++) {
      for (int j = 0; j < k; j++) {
        double v = opponentEffect[o * k + j];
        table[2 * o * k + j] = v;
        table[(2 * o + 1) * k + j] = v + position[layout.home() + j];
      }
    }
  }

  private void startTableBar() {
    for (int j = 0; j < k; j++) {
      double[] counts = rows.cellCounts[j];
      for (int cell = 0; cell < counts.length; cell++) {
        tableBar[cell * k + j] = counts[cell];
      }
    }
  }

  /// The counts' part of the cells' likelihood, and home's gradient.
  private double homeAndCounts(double[] gradient) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      double[] counts = rows.cellCounts[j];
      double home = 0;
      for (int cell = 0; cell < counts.length; cell++) {
        lp += counts[cell] * table[cell * k + j];
        if ((cell & 1) == 1) {
          home += tableBar[cell * k + j];
        }
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
      level[j] = position[layout.level() + q * k + j];
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
    for (int g = 0; g < n; g++) {
      lp += likelihood(from + g, g);
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
    double[] weight = anchors.rowWeight();
    for (int g = 0; g < n; g++) {
      for (int i = rows.rowStart[from + g]; i < rows.rowStart[from + g + 1]; i++) {
        int cell = rows.cell[i] * k;
        for (int j = 0; j < k; j++) {
          targetMinusMean[j][g] -= weight[i * k + j] * table[cell + j];
        }
      }
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
    double[] weight = anchors.rowWeight();
    for (int g = 0; g < n; g++) {
      for (int i = rows.rowStart[from + g]; i < rows.rowStart[from + g + 1]; i++) {
        int cell = rows.cell[i] * k;
        for (int j = 0; j < k; j++) {
          tableBar[cell + j] -= weight[i * k + j] * playerBlock.targetBar[j][g];
        }
      }
    }
  }

  /// Log likelihood of one player's rows, without the cells' and features' share of the counts.
  private double likelihood(int player, int g) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      double effect = level[j] + playerBlock.tau[j][g];
      term[j] = effect;
      double count = rows.playerCounts[j][player];
      playerBlock.effectBar[j][g] = count;
      lp += count * effect;
    }
    for (int i = rows.rowStart[player]; i < rows.rowStart[player + 1]; i++) {
      int cell = rows.cell[i] * k;
      int x = i * f;
      for (int j = 0; j < k; j++) {
        double eta = term[j] + table[cell + j];
        for (int feature = 0; feature < f; feature++) {
          eta += rows.x[x + feature] * beta[feature * k + j];
        }
        if (!(Math.abs(eta) < LARGEST_TERM)) {
          return Double.NEGATIVE_INFINITY;
        }
        double mu = rows.exposure[i] * Math.exp(eta);
        expected[j] = mu;
        lp -= mu;
        playerBlock.effectBar[j][g] -= mu;
        tableBar[cell + j] -= mu;
      }
      for (int feature = 0; feature < f; feature++) {
        double value = rows.x[x + feature];
        for (int j = 0; j < k; j++) {
          betaBar[feature * k + j] -= value * expected[j];
        }
      }
    }
    return lp;
  }

  @Override
  public void values(double[] position, double[] values) {
    new ValueWriter(rows, layout).write(this, position, values);
  }

  /// Total log rate of every player (level and effect), opponents' effects and the covariance
  /// factors at a position, for [ValueWriter] and [Anchors].
  Effects effects(double[] position) {
    playerCovariance.forward(position, layout.playerLogSd(), layout.playerCpc());
    opponentCovariance.forward(position, layout.opponentLogSd(), layout.opponentCpc());
    opponentsForward(position);
    fillTable(position);
    System.arraycopy(position, layout.beta(), beta, 0, f * k);
    double[][] total = new double[k][rows.players];
    for (int q = 0; q < Layout.POSITIONS; q++) {
      for (int j = 0; j < k; j++) {
        level[j] = position[layout.level() + q * k + j];
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
    double[][] cellTerm = new double[k][2 * rows.opponents];
    double[][] opponents = new double[k][rows.opponents];
    for (int j = 0; j < k; j++) {
      for (int o = 0; o < rows.opponents; o++) {
        opponents[j][o] = opponentEffect[o * k + j];
        cellTerm[j][2 * o] = table[2 * o * k + j];
        cellTerm[j][2 * o + 1] = table[(2 * o + 1) * k + j];
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
