/// The sampler's statistics that a trace keeps, under their file names.
package dev.touchline.trace;

import dev.touchline.mcmc.DrawStats;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// One variable of the `sample_stats` group, named as ArviZ does.
public enum Stat {
  /// Log posterior density.
  LP("lp", Kind.REAL, DrawStats::lp),
  /// Mean acceptance over the trajectory.
  ACCEPTANCE_RATE("acceptance_rate", Kind.REAL, DrawStats::acceptanceRate),
  /// Leapfrog step size.
  STEP_SIZE("step_size", Kind.REAL, DrawStats::stepSize),
  /// Depth of the trajectory's tree.
  TREE_DEPTH("tree_depth", Kind.INTEGER, DrawStats::treeDepth),
  /// Leapfrog steps.
  N_STEPS("n_steps", Kind.INTEGER, DrawStats::nSteps),
  /// Whether the trajectory diverged.
  DIVERGING("diverging", Kind.BOOLEAN, stats -> stats.diverging() ? 1 : 0),
  /// Hamiltonian of the accepted state.
  ENERGY("energy", Kind.REAL, DrawStats::energy),
  /// Its change over the transition.
  ENERGY_ERROR("energy_error", Kind.REAL, DrawStats::energyError),
  /// Whether the depth limit ended the trajectory.
  REACHED_MAX_TREEDEPTH(
      "reached_max_treedepth", Kind.BOOLEAN, stats -> stats.reachedMaxTreeDepth() ? 1 : 0);

  /// How a file stores it.
  enum Kind {
    REAL,
    INTEGER,
    BOOLEAN
  }

  private final String fileName;
  private final Kind kind;
  private final ToDoubleFunction<DrawStats> value;

  Stat(String fileName, Kind kind, ToDoubleFunction<DrawStats> value) {
    this.fileName = fileName;
    this.kind = kind;
    this.value = value;
  }

  /// Its name in files, such as `acceptance_rate`.
  public String fileName() {
    return fileName;
  }

  Kind kind() {
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
