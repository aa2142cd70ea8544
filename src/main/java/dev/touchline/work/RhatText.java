/// Writes R-hat so that it stands on the side of 1.01 and of the gate on which it is.
package dev.touchline.work;

import dev.touchline.diagnose.Judge;
import dev.touchline.diagnose.LimitDigits;

/// One way for the window, the command line and reports.
public final class RhatText {
  private RhatText() {}

  /// At least this many decimals; a dash where R-hat is unknown or without bound.
  public static String of(double rhat, int decimals) {
    return Double.isFinite(rhat)
        ? LimitDigits.above(rhat, decimals, Judge.CAUTION_RHAT, TrainRequest.MAX_RHAT)
        : "–";
  }
}
