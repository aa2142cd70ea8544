/// When the metric is learned during adaptation.
package dev.touchline.mcmc;

/// Splits `tune` draws into phases: the step size alone while the chain finds the typical set,
/// growing windows at whose ends the metric is learned anew, and the step size alone at the end.
///
/// Models that come with a good first metric need few draws here, so the first phase is short.
record WarmupSchedule(int tune) {
  private static final double[] ENDS = {0.10, 0.25, 0.50, 0.85};
  private static final int SMALLEST = 40;

  /// Whether the draw with this index (from 0) belongs to a window that the metric is learned from.
  boolean learning(int draw) {
    return tune >= SMALLEST && draw >= end(0) && draw < end(ENDS.length - 1);
  }

  /// Whether a window ends with this draw.
  boolean windowEnd(int draw) {
    if (tune < SMALLEST) {
      return false;
    }
    for (int i = 1; i < ENDS.length; i++) {
      if (draw == end(i) - 1) {
        return true;
      }
    }
    return false;
  }

  /// Whether the metric has been learned at least once before this draw.
  boolean windowPassed(int draw) {
    return tune >= SMALLEST && draw >= end(1);
  }

  private int end(int i) {
    return (int) Math.round(ENDS[i] * tune);
  }
}
