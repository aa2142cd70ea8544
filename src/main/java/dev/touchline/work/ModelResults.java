/// The content of `results.json`: what a version was judged to be.
package dev.touchline.work;

import dev.touchline.diagnose.LimitDigits;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.evaluate.PropCalibration;
import java.util.List;
import java.util.Map;

/// Convergence, calibration, timings and the decision gate of a version.
///
/// @param formatVersion of this file
/// @param convergence the judgement without the scalars
/// @param calibration by prop key; empty for a run that was not published
/// @param averageEce mean ECE over props, NaN for a run that was not published
/// @param gate the decision gate, a line a criterion
/// @param usable whether all criteria of the gate hold
/// @param seconds durations by phase
public record ModelResults(
    int formatVersion,
    Convergence convergence,
    Map<String, PropCalibration> calibration,
    double averageEce,
    List<GateLine> gate,
    boolean usable,
    Map<String, Double> seconds) {

  /// The format that this program writes.
  public static final int FORMAT_VERSION = 1;

  /// The judgement on the chains.
  public record Convergence(
      double maxRhat,
      List<Worst> worst,
      double minEssBulk,
      double minEssTail,
      double minEbfmi,
      int divergences,
      String verdict,
      String sentence,
      List<String> advice) {}

  /// A parameter among the worst.
  public record Worst(String parameter, double rhat, double essBulk, double essTail) {
    /// From a summary.
    public static Worst of(ScalarSummary scalar) {
      return new Worst(scalar.name(), scalar.rhat(), scalar.essBulk(), scalar.essTail());
    }
  }

  /// A criterion of the gate with its figure.
  ///
  /// @param criterion such as `R-hat < 1.01`
  /// @param value the figure
  /// @param holds whether it is met
  public record GateLine(String criterion, double value, boolean holds) {
    /// The figure for people, on its side of the limit: four decimals, one for large figures, more
    /// where they would hide that it misses.
    public String figure() {
      return Double.isFinite(value)
          ? LimitDigits.above(value, value >= 10 ? 1 : 4, Publisher.limits())
          : "–";
    }
  }
}
