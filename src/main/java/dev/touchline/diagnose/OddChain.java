/// Tells one chain astray from chains that are all slow.
package dev.touchline.diagnose;

/// Finds the chain that stands apart.
final class OddChain {
  private OddChain() {}

  /// The chain without which R-hat falls to a quarter of its excess over 1, where leaving out any
  /// other helps little; −1 where there is none or fewer than 3 chains.
  static int of(double[][] draws) {
    if (draws.length < 3) {
      return -1;
    }
    Diagnosis diagnosis = new Diagnosis();
    double excess = diagnosis.load(draws).rhat() - 1;
    if (!(excess > 0)) {
      return -1;
    }
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    double second = Double.POSITIVE_INFINITY;
    for (int left = 0; left < draws.length; left++) {
      double rest = diagnosis.load(without(draws, left)).rhat() - 1;
      if (rest < least) {
        second = least;
        least = rest;
        best = left;
      } else if (rest < second) {
        second = rest;
      }
    }
    // An infinite excess (chains that stand still) has no fractions; then any finite rest will do.
    boolean apart =
        Double.isInfinite(excess)
            ? Double.isFinite(least) && Double.isInfinite(second)
            : least < excess / 4 && second > excess / 2;
    return apart ? best : -1;
  }

  private static double[][] without(double[][] draws, int left) {
    double[][] rest = new double[draws.length - 1][];
    for (int i = 0, j = 0; i < draws.length; i++) {
      if (i != left) {
        rest[j++] = draws[i];
      }
    }
    return rest;
  }
}
