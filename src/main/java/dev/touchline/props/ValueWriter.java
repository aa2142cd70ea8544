/// Turns a position into the values of the trace.
package dev.touchline.props;

import dev.touchline.mcmc.Parameter;
import java.util.ArrayList;
import java.util.List;

/// Writes the parameters of a [ModelVariant], in the model's order of props and players: those of
/// the reference first. For one chain; writing allocates nothing.
final class ValueWriter {
  private final Rows rows;
  private final Layout layout;
  private final double[] alpha;

  ValueWriter(Rows rows, Layout layout) {
    this.rows = rows;
    this.layout = layout;
    alpha = new double[rows.props];
  }

  /// What is written, in this order.
  static List<Parameter> parameters(Layout layout) {
    int k = layout.props();
    List<Parameter> parameters =
        new ArrayList<>(
            List.of(
                new Parameter("alpha", List.of("prop"), new int[] {k}),
                new Parameter("home", List.of("prop"), new int[] {k}),
                new Parameter(
                    "beta", List.of("feature", "prop"), new int[] {layout.namedFeatures(), k}),
                new Parameter("position_effect", List.of("position", "prop"), new int[] {4, k}),
                new Parameter(
                    "player_effect", List.of("player", "prop"), new int[] {layout.players(), k}),
                new Parameter(
                    "opponent_effect",
                    List.of("opponent", "prop"),
                    new int[] {layout.opponents(), k}),
                new Parameter("player_sd", List.of("prop"), new int[] {k}),
                new Parameter("opponent_sd", List.of("prop"), new int[] {k}),
                new Parameter("player_corr", List.of("prop", "prop_bis"), new int[] {k, k}),
                new Parameter("opponent_corr", List.of("prop", "prop_bis"), new int[] {k, k})));
    if (layout.freeExponent()) {
      parameters.add(new Parameter("minutes_exponent", List.of("prop"), new int[] {k}));
    }
    if (layout.teamEffects()) {
      parameters.add(
          new Parameter("team_effect", List.of("team", "prop"), new int[] {layout.teams(), k}));
      parameters.add(new Parameter("team_sd", List.of("prop"), new int[] {k}));
      parameters.add(new Parameter("team_corr", List.of("prop", "prop_bis"), new int[] {k, k}));
    }
    return List.copyOf(parameters);
  }

  /// Writes them.
  ///
  /// @param effects at the position
  /// @param levels α + γ_q there, [position * K + prop]
  void write(PropDensity.Effects effects, double[] levels, double[] position, double[] values) {
    int k = rows.props;
    for (int j = 0; j < k; j++) {
      double sum = 0;
      for (int q = 0; q < Layout.POSITIONS; q++) {
        sum += levels[q * k + j];
      }
      alpha[j] = PropDensity.splitMean(sum) + PropDensity.splitSd() * position[layout.split() + j];
    }
    int at = 0;
    at = vector(alpha, 0, values, at);
    at = vector(position, layout.home(), values, at);
    for (int f = 0; f < layout.namedFeatures(); f++) {
      at = vector(position, layout.beta() + f * k, values, at);
    }
    for (int q = 0; q < Layout.POSITIONS; q++) {
      for (int j = 0; j < k; j++) {
        values[at + rows.propOrder[j]] = levels[q * k + j] - alpha[j];
      }
      at += k;
    }
    for (int j = 0; j < k; j++) {
      for (int p = 0; p < rows.players; p++) {
        values[at + rows.playerOrder[p] * k + rows.propOrder[j]] =
            effects.players()[j][p] - alpha[j];
      }
    }
    at += rows.players * k;
    at = group(effects.opponents(), values, at);
    at = vector(effects.playerCovariance().sd(), 0, values, at);
    at = vector(effects.opponentCovariance().sd(), 0, values, at);
    at = correlation(effects.playerCovariance().factor(), values, at);
    at = correlation(effects.opponentCovariance().factor(), values, at);
    if (layout.freeExponent()) {
      for (int j = 0; j < k; j++) {
        values[at + rows.propOrder[j]] = 1 + position[layout.beta() + rows.exponentAt * k + j];
      }
      at += k;
    }
    EffectCovariance teamCovariance = effects.teamCovariance();
    if (teamCovariance != null) {
      at = group(effects.teams(), values, at);
      at = vector(teamCovariance.sd(), 0, values, at);
      correlation(teamCovariance.factor(), values, at);
    }
  }

  private int group(double[][] effects, double[] values, int at) {
    int k = rows.props;
    for (int j = 0; j < k; j++) {
      for (int member = 0; member < effects[j].length; member++) {
        values[at + member * k + rows.propOrder[j]] = effects[j][member];
      }
    }
    return at + effects[0].length * k;
  }

  private int vector(double[] from, int offset, double[] values, int at) {
    for (int j = 0; j < rows.props; j++) {
      values[at + rows.propOrder[j]] = from[offset + j];
    }
    return at + rows.props;
  }

  private int correlation(double[] factor, double[] values, int at) {
    int k = rows.props;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        double sum = 0;
        for (int l = 0; l <= Math.min(a, b); l++) {
          sum += factor[a * k + l] * factor[b * k + l];
        }
        values[at + rows.propOrder[a] * k + rows.propOrder[b]] = a == b ? 1 : sum;
      }
    }
    return at + k * k;
  }
}
