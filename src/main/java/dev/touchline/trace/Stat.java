/// The sampler's statistics that a trace keeps, under their file names.
package dev.touchline.trace;

import dev.touchline.mcmc.DrawStats;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// One variable of the `sample_stats` group, named as ArviZ does.
public enum Stat {
  /// Log posterior density.
  LP("lp", ValueKind.REAL, DrawStats::lp),
  /// Mean acceptance over the trajectory.
  ACCEPTANCE_RATE("acceptance_rate", ValueKind.REAL, DrawStats::acceptanceRate),
  /// Leapfrog step size.
  STEP_SIZE("step_size", ValueKind.REAL, DrawStats::stepSize),
  /// Depth of the trajectory's tree.
  TREE_DEPTH("tree_depth", ValueKind.INTEGER, DrawStats::treeDepth),
  /// Leapfrog steps.
  N_STEPS("n_steps", ValueKind.INTEGER, DrawStats::nSteps),
  /// Whether the trajectory diverged.
  DIVERGING("diverging", ValueKind.BOOLEAN, stats -> stats.diverging() ? 1 : 0),
  /// Hamiltonian of the accepted state.
  ENERGY("energy", ValueKind.REAL, DrawStats::energy),
  /// Its change over the transition.
  ENERGY_ERROR("energy_error", ValueKind.REAL, DrawStats::energyError),
  /// Whether the depth limit ended the trajectory.
  REACHED_MAX_TREEDEPTH(
      "reached_max_treedepth", ValueKind.BOOLEAN, stats -> stats.reachedMaxTreeDepth() ? 1 : 0);

  private final String fileName;
  private final ValueKind kind;
  private final ToDoubleFunction<DrawStats> value;

  Stat(String fileName, ValueKind kind, ToDoubleFunction<DrawStats> value) {
    this.fileName = fileName;
    this.kind = kind;
    this.value = value;
  }

  /// Its name in files, such as `acceptance_rate`.
  public String fileName() {
    return fileName;
  }

  ValueKind kind() {
    return kind;
  }

  double of(DrawStats stats) {
    return value.applyAsDouble(stats);
  }

  static Optional<Stat> named(String fileName) {
    for (Stat stat : values()) {
      if (stat.fileName.equals(fileName)) {
        return Optional.of(stat);
      }
    }
    return Optional.empty();
  }
}
