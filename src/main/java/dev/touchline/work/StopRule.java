/// When sampling may end before all draws are made.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Validated.
///
/// @param timeLimit sampling ends after this long with the draws it has; null: never
/// @param untilEss sampling ends when every scalar has this bulk and tail effective sample size and
///   R-hat below 1.01; 0: it makes all draws
public record StopRule(@Nullable Duration timeLimit, int untilEss) {
  /// All draws, however long it takes.
  public static final StopRule NONE = new StopRule(null, 0);

  private static final int MOST = 10_000_000;

  /// Refuses what makes no sense.
  public StopRule {
    if (timeLimit != null && (timeLimit.isNegative() || timeLimit.isZero())) {
      throw new Fault(
          Fault.Kind.USAGE, "The time limit cannot be " + timeLimit + ".", "Choose a longer one.");
    }
    if (untilEss < 0 || untilEss > MOST) {
      throw new Fault(
          Fault.Kind.USAGE,
          "until-ess cannot be " + untilEss + ".",
          "Choose an effective sample size such as 1000, or leave it out.");
    }
  }

  /// Whether all chains have to run side by side: one after the other, the last ones would have
  /// nothing when the rule ends the run.
  boolean together() {
    return timeLimit != null || untilEss > 0;
  }
}
