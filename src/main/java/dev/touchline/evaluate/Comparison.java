/// Compares single-task and multi-task forecasts of the same matches.
package dev.touchline.evaluate;

import dev.touchline.football.Prop;
import java.util.List;
import java.util.Map;

/// The 1.10 rule and the paired bootstrap behind the verdict.
public final class Comparison {
  private final int replications;
  private final long seed;

  /// @param replications bootstrap replications
  /// @param seed seed of the bootstrap
  public Comparison(int replications, long seed) {
    this.replications = replications;
    this.seed = seed;
  }

  /// Compares; both sides must hold the same rows in the same order (else a fault of kind DATA).
  public ComparisonResult compare(
      Map<Prop, List<Forecast>> single, Map<Prop, List<Forecast>> multi, Map<Prop, Double> lines) {
    throw new UnsupportedOperationException("not built yet: " + replications + seed);
  }
}
