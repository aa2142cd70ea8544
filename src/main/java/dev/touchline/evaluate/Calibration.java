/// Judges forecasts.
package dev.touchline.evaluate;

import dev.touchline.football.Prop;
import java.util.List;
import java.util.Map;

/// Computes calibration and scores; deterministic for a seed.
public final class Calibration {
  private final int replications;
  private final long seed;

  /// @param replications bootstrap replications
  /// @param seed seed of the bootstrap
  public Calibration(int replications, long seed) {
    this.replications = replications;
    this.seed = seed;
  }

  /// The usual: 1000 replications.
  public static Calibration standard() {
    return new Calibration(1000, 1L);
  }

  /// Judges each prop at its line (0.5 where none is given).
  public Map<Prop, PropCalibration> judge(
      Map<Prop, List<Forecast>> forecasts, Map<Prop, Double> lines) {
    throw new UnsupportedOperationException("not built yet: " + replications + seed);
  }
}
