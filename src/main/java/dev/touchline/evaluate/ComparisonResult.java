/// Single-task against multi-task, in figures and in words.
package dev.touchline.evaluate;

import dev.touchline.football.Prop;
import java.util.Map;

/// The outcome of a comparison.
///
/// @param verdict the verdict
/// @param sentence the verdict in words, with its figures
/// @param multiEce average ECE of the multi-task model
/// @param singleEce average ECE of the single-task models
/// @param ratio multiEce / singleEce
/// @param limit the rule's limit, 1.10
/// @param ruleHolds whether ratio ≤ limit
/// @param props the figures of each prop
/// @param averageEceDifference multi minus single, with its paired interval
public record ComparisonResult(
    Verdict verdict,
    String sentence,
    double multiEce,
    double singleEce,
    double ratio,
    double limit,
    boolean ruleHolds,
    Map<Prop, PropComparison> props,
    Difference averageEceDifference) {

  /// The verdicts.
  public enum Verdict {
    /// The multi-task model is as well calibrated: use it.
    USE_MULTI_TASK,
    /// It is clearly worse: look closer.
    NEED_FULL_COMPARISON,
    /// The matches cannot tell.
    INCONCLUSIVE
  }

  /// A difference (multi minus single) with its 95 % interval, paired bootstrap over matches.
  public record Difference(double value, double low, double high) {}

  /// One prop's figures.
  public record PropComparison(
      PropCalibration single,
      PropCalibration multi,
      Difference ece,
      Difference logScore,
      Difference rps) {}
}
