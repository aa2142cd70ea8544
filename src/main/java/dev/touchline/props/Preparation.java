/// Finds anchors, starting point and first metric before sampling.
package dev.touchline.props;

import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.ModeFinder;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.SmallMatrix;
import java.util.Arrays;
import java.util.List;

/// What is prepared once and shared by all chains.
///
/// In whitened coordinates the density of the globals is nearly their marginal posterior, so
/// climbing to the joint mode is an empirical-Bayes fit; anchors are then renewed there, and once
/// more. The curvature of the globals at the mode gives the first dense metric.
///
/// @param rows rows in internal order
/// @param layout offsets
/// @param parameters of the trace
/// @param anchors anchors near the posterior
/// @param mode the mode in the anchors' coordinates
/// @param metric the first metric
record Preparation(
    Rows rows,
    Layout layout,
    List<Parameter> parameters,
    Anchors anchors,
    double[] mode,
    Metric metric) {

  private static final int ROUNDS = 3;
  private static final double FIRST_SD = 0.4;
  private static final double PRIOR_MATCHES = 3;

  static Preparation of(ModelData data) {
    Rows rows = new Rows(data);
    Layout layout = Layout.of(rows);
    List<Parameter> parameters = ValueWriter.parameters(layout);
    double[] position = new double[layout.dimension()];
    Anchors anchors = firstAnchors(rows, layout, position);
    for (int round = 0; round < ROUNDS; round++) {
      PropDensity density =
          new PropDensity(
              rows, anchors, layout, parameters, Kernels.of(rows, anchors, layout).newKernel());
      new ModeFinder(300, 1e-3).climb(density, position);
      PropDensity.Effects effects = density.effects(position);
      double[] beta =
          Arrays.copyOfRange(position, layout.beta(), layout.beta() + rows.features * rows.props);
      anchors =
          Anchors.at(
              rows,
              effects.players(),
              effects.cellTerm(),
              effects.opponents(),
              effects.teams(),
              beta,
              effects.playerCovariance().sd());
      // In the renewed coordinates the effects at the mode are where the whitened ones are about 0.
      Arrays.fill(position, layout.globals(), position.length, 0.0);
    }
    PropDensity density =
        new PropDensity(
            rows, anchors, layout, parameters, Kernels.of(rows, anchors, layout).newKernel());
    new ModeFinder(300, 1e-4).climb(density, position);
    return new Preparation(
        rows, layout, parameters, anchors, position, firstMetric(density, layout, position));
  }

  /// Anchors from shrunken empirical log rates; the levels are written into the position.
  private static Anchors firstAnchors(Rows rows, Layout layout, double[] position) {
    int k = rows.props;
    double[] exposure = new double[rows.players];
    for (int p = 0; p < rows.players; p++) {
      for (int i = rows.rowStart[p]; i < rows.rowStart[p + 1]; i++) {
        exposure[p] += rows.exposure[i];
      }
    }
    double[][] effect = new double[k][rows.players];
    double[] sd = new double[k];
    for (int j = 0; j < k; j++) {
      sd[j] = FIRST_SD;
      position[layout.playerScale() + j] = ScaleCoordinate.of(FIRST_SD);
      position[layout.opponentScale() + j] = ScaleCoordinate.of(FIRST_SD / 2);
      if (layout.teamEffects()) {
        position[layout.teamScale() + j] = ScaleCoordinate.of(FIRST_SD / 2);
      }
      double allCounts = 0.5 + Arrays.stream(rows.playerCounts[j]).sum();
      double allRate = allCounts / (1 + Arrays.stream(exposure).sum());
      for (int q = 0; q < Layout.POSITIONS; q++) {
        double counts = allRate * PRIOR_MATCHES;
        double matches = PRIOR_MATCHES;
        for (int p = rows.positionStart[q]; p < rows.positionStart[q + 1]; p++) {
          counts += rows.playerCounts[j][p];
          matches += exposure[p];
        }
        double rate = counts / matches;
        position[layout.level() + q * k + j] = Math.log(rate);
        for (int p = rows.positionStart[q]; p < rows.positionStart[q + 1]; p++) {
          effect[j][p] =
              Math.log(
                  (rows.playerCounts[j][p] + PRIOR_MATCHES * rate) / (exposure[p] + PRIOR_MATCHES));
        }
      }
    }
    return Anchors.at(
        rows,
        effect,
        new double[k][rows.cells()],
        new double[k][rows.opponents],
        new double[k][rows.teams],
        new double[rows.features * k],
        sd);
  }

  /// Inverse curvature of the dense block at the mode by central differences of the gradient.
  private static Metric firstMetric(PropDensity density, Layout layout, double[] mode) {
    int g = layout.dense();
    double[] position = mode.clone();
    double[] up = new double[mode.length];
    double[] down = new double[mode.length];
    double[] curvature = new double[g * g];
    double h = 1e-4;
    for (int i = 0; i < g; i++) {
      position[i] = mode[i] + h;
      density.valueAndGradient(position, up);
      position[i] = mode[i] - h;
      density.valueAndGradient(position, down);
      position[i] = mode[i];
      for (int j = 0; j < g; j++) {
        curvature[i * g + j] = -(up[j] - down[j]) / (2 * h);
      }
    }
    double[] symmetric = new double[g * g];
    for (int i = 0; i < g; i++) {
      for (int j = 0; j < g; j++) {
        symmetric[i * g + j] = 0.5 * (curvature[i * g + j] + curvature[j * g + i]);
      }
    }
    double[] diagonal = new double[mode.length - g];
    Arrays.fill(diagonal, 1.0);
    return new Metric(mode.clone(), inverseOrDiagonal(symmetric, g), diagonal);
  }

  /// The inverse, with a ridge where the curvature is not positive definite.
  private static double[] inverseOrDiagonal(double[] curvature, int g) {
    double ridge = 0;
    double largest = 0;
    for (int i = 0; i < g; i++) {
      largest = Math.max(largest, Math.abs(curvature[i * g + i]));
    }
    for (int attempt = 0; attempt < 60; attempt++) {
      double[] trial = curvature.clone();
      for (int i = 0; i < g; i++) {
        trial[i * g + i] += ridge;
      }
      double[] factor = SmallMatrix.tryCholesky(trial, g);
      if (factor != null) {
        return SmallMatrix.inverse(factor, g);
      }
      ridge = ridge == 0 ? 1e-6 * largest : 2 * ridge;
    }
    double[] identity = new double[g * g];
    for (int i = 0; i < g; i++) {
      identity[i * g + i] = 1;
    }
    return identity;
  }
}
