/// A model's log density and gradient in one pass over primitive arrays.
package dev.touchline.props;

import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The posterior of a [ModelVariant] in the coordinates of [Layout]. One instance a chain; it
/// allocates nothing once made.
///
/// The level of a playing position, α + γ_q, is what the data see; α given the levels is a known
/// normal, so the ridge between α and γ is gone: `split` is standard normal whatever the data.
/// Likewise the coordinate of a level holds the level of the mean team against the mean opponent,
/// which the data see, and not against an opponent of effect zero. Effects are whitened by
/// [WhitenedEffects]. Counts enter through their sums alone.
final class PropDensity implements Model {
  private static final double LEVEL_SHRINK =
      square(Priors.ALPHA_SD)
          / (square(Priors.POSITION_SD) + Layout.POSITIONS * square(Priors.ALPHA_SD))
          / square(Priors.POSITION_SD);
  private static final double SPLIT_PRECISION =
      1 / square(Priors.ALPHA_SD) + Layout.POSITIONS / square(Priors.POSITION_SD);

  private final Rows rows;
  private final Layout layout;
  private final List<Parameter> parameters;
  private final int k;
  private final int f;

  private final EffectCovariance playerCovariance;
  private final SharedEffects opponents;

  /// Null where the model has no own teams' effects.
  private final @Nullable SharedEffects teams;

  /// Both, for what is done to each.
  private final SharedEffects[] shared;

  private final Terms terms;
  private final PlayerKernel kernel;
  private final double[] meanBar;
  private final Effects effects;
  private final ValueWriter writer;

  /// @param rows training rows
  /// @param anchors of the same rows
  /// @param parameters what [#values] writes
  /// @param kernel of the same rows and anchors, for this instance alone
  PropDensity(
      Rows rows, Anchors anchors, Layout layout, List<Parameter> parameters, PlayerKernel kernel) {
    this.rows = rows;
    this.layout = layout;
    this.parameters = parameters;
    k = rows.props;
    f = rows.features;
    playerCovariance = new EffectCovariance(k);
    opponents = SharedEffects.ofOpponents(rows, anchors, layout, kernel);
    teams = layout.teamEffects() ? SharedEffects.ofTeams(rows, anchors, layout, kernel) : null;
    shared =
        teams == null ? new SharedEffects[] {opponents} : new SharedEffects[] {opponents, teams};
    terms = new Terms(rows);
    this.kernel = kernel;
    meanBar = new double[k];
    effects =
        new Effects(
            new double[k][rows.players],
            opponents.effect,
            teams == null ? new double[k][0] : teams.effect,
            terms.table,
            playerCovariance,
            opponents.covariance,
            teams == null ? null : teams.covariance);
    writer = new ValueWriter(rows, layout);
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
    for (SharedEffects group : shared) {
      lp += group.covarianceForward(position);
      lp += group.members() * group.covariance.halfLogDeterminant();
      lp += group.effectsForward(position);
    }
    fillTable(position);
    fillLevels(position);
    lp += globalPriors(position, gradient);
    System.arraycopy(position, layout.beta(), terms.beta, 0, f * k);
    terms.startGradients(rows);
    lp += kernel.evaluate(terms, playerCovariance, position, gradient);
    playerCovariance.backward(
        terms.precisionBar, rows.players, gradient, layout.playerScale(), layout.playerCpc());
    for (int i = 0; i < Layout.POSITIONS * k; i++) {
      gradient[layout.level() + i] += terms.levelsBar[i];
    }
    for (int i = 0; i < f * k; i++) {
      gradient[layout.beta() + i] += terms.betaBar[i];
      lp += rows.featureCounts[i] * terms.beta[i];
    }
    lp += homeAndCounts(gradient);
    for (int j = 0; j < k; j++) {
      meanBar[j] = 0;
      for (int q = 0; q < Layout.POSITIONS; q++) {
        meanBar[j] -= gradient[layout.level() + q * k + j];
      }
    }
    for (SharedEffects group : shared) {
      group.backward(terms.tableBar, meanBar, position, gradient);
    }
    return lp;
  }

  private double globalPriors(double[] position, double[] gradient) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      double sum = 0;
      for (int q = 0; q < Layout.POSITIONS; q++) {
        sum += terms.levels[q * k + j] - Priors.ALPHA_MEAN;
      }
      for (int q = 0; q < Layout.POSITIONS; q++) {
        int at = layout.level() + q * k + j;
        double r = terms.levels[q * k + j] - Priors.ALPHA_MEAN;
        // Inverse of POSITION_SD² I + ALPHA_SD² 11ᵀ by Sherman and Morrison.
        double weighted = r / square(Priors.POSITION_SD) - LEVEL_SHRINK * sum;
        lp -= 0.5 * r * weighted;
        gradient[at] -= weighted;
      }
      lp += normal(position, gradient, layout.home() + j, Priors.HOME_SD);
      lp += normal(position, gradient, layout.split() + j, 1);
    }
    for (int i = 0; i < f * k; i++) {
      double sd = i / k == rows.exponentAt ? Priors.EXPONENT_SD : Priors.BETA_SD;
      lp += normal(position, gradient, layout.beta() + i, sd);
    }
    return lp;
  }

  private static double normal(double[] position, double[] gradient, int at, double sd) {
    double scaled = position[at] / square(sd);
    gradient[at] -= scaled;
    return -0.5 * position[at] * scaled;
  }

  private void fillTable(double[] position) {
    for (int j = 0; j < k; j++) {
      double home = position[layout.home() + j];
      for (int fixture = 0; fixture < rows.fixtureOpponent.length; fixture++) {
        double effect = opponents.effect[j][rows.fixtureOpponent[fixture]];
        if (teams != null) {
          effect += teams.effect[j][rows.fixtureTeam[fixture]];
        }
        terms.table[j][2 * fixture] = effect;
        terms.table[j][2 * fixture + 1] = effect + home;
      }
    }
  }

  /// α + γ_q: the coordinate less the mean opponent and the mean team.
  private void fillLevels(double[] position) {
    for (int j = 0; j < k; j++) {
      double mean = 0;
      for (SharedEffects group : shared) {
        mean = group.addMean(j, mean);
      }
      for (int q = 0; q < Layout.POSITIONS; q++) {
        terms.levels[q * k + j] = position[layout.level() + q * k + j] - mean;
      }
    }
  }

  /// The counts' part of the cells' likelihood, and home's gradient.
  private double homeAndCounts(double[] gradient) {
    double lp = 0;
    for (int j = 0; j < k; j++) {
      double[] counts = rows.cellCounts[j];
      double[] effects = terms.table[j];
      double home = 0;
      for (int cell = 0; cell < counts.length; cell += 2) {
        lp += counts[cell] * effects[cell] + counts[cell + 1] * effects[cell + 1];
        home += terms.tableBar[j][cell + 1];
      }
      gradient[layout.home() + j] += home;
    }
    return lp;
  }

  @Override
  public void values(double[] position, double[] values) {
    forward(position);
    kernel.totals(terms, playerCovariance, position, effects.players());
    writer.write(effects, terms.levels, position, values);
  }

  /// Effects and covariance factors at a position, for anchors.
  Effects effects(double[] position) {
    forward(position);
    kernel.plain().totals(terms, playerCovariance, position, effects.players());
    return effects;
  }

  /// Computes everything but the players' effects.
  private void forward(double[] position) {
    playerCovariance.forward(position, layout.playerScale(), layout.playerCpc());
    for (SharedEffects group : shared) {
      group.covarianceForward(position);
      group.effectsForward(position);
    }
    fillTable(position);
    fillLevels(position);
    System.arraycopy(position, layout.beta(), terms.beta, 0, f * k);
  }

  /// Effects at a position, in internal order, until the next evaluation.
  ///
  /// @param players total log rates (level and effect), [prop][player]
  /// @param opponents [prop][opponent]
  /// @param teams [prop][team], of length 0 where the model has none
  /// @param cellTerm opponent's and team's effect plus home, [prop][cell]
  /// @param playerCovariance at that position
  /// @param opponentCovariance likewise
  /// @param teamCovariance likewise, null where the model has none
  record Effects(
      double[][] players,
      double[][] opponents,
      double[][] teams,
      double[][] cellTerm,
      EffectCovariance playerCovariance,
      EffectCovariance opponentCovariance,
      @Nullable EffectCovariance teamCovariance) {}

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
