/// How many draws to make before the chains are looked at again.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;

/// Stages of a run that ends when its effective sample size is enough. Looks are few, and their
/// times depend on whole draws only: a run ends at the same draw on any machine, and stopping by
/// luck, which would favour chains that look better than they are, has little room.
///
/// @param untilEss what every scalar needs of bulk and tail
/// @param chains number of chains
/// @param most draws of each chain that it ends with at the latest
record StageRule(int untilEss, int chains, int most) {
  private static final int FEWEST = 200;

  /// Draws are at best about as good as independent ones, so no look before there are twice as
  /// many.
  private static final double FIRST = 2;

  /// More than the last look says, because it is noisy.
  private static final double RESERVE = 1.15;

  private static final double LEAST_MORE = 1.25;
  private static final double MOST_MORE = 3;

  /// Draws of each chain before the first look.
  int first() {
    return untilEss == 0 ? most : capped(Math.max(FEWEST, FIRST * untilEss / chains));
  }

  /// Whether the chains are good enough.
  boolean enough(ConvergenceReport report) {
    return ess(report) >= untilEss && report.maxRhat() < Publisher.GOOD_RHAT;
  }

  /// Draws of each chain before the next look.
  int next(int draws, ConvergenceReport report) {
    double wanted = RESERVE * untilEss / Math.max(1, ess(report));
    double more = Double.isFinite(wanted) ? Math.clamp(wanted, LEAST_MORE, MOST_MORE) : MOST_MORE;
    return capped(more * draws);
  }

  private static double ess(ConvergenceReport report) {
    return Math.min(report.minEssBulk(), report.minEssTail());
  }

  private int capped(double draws) {
    return (int) Math.min(most, Math.ceil(draws));
  }
}
