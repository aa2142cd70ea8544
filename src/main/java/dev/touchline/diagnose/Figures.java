/// The figures that the verdict, its sentence and its advice follow from.
package dev.touchline.diagnose;

import dev.touchline.diagnose.ConvergenceReport.Verdict;
import java.util.Arrays;
import java.util.List;

/// What was measured.
///
/// @param chains chains judged
/// @param draws draws of each
/// @param limit R-hat above which a posterior has not converged
/// @param scalars scalars that count
/// @param aboveLimit scalars whose R-hat is above the limit
/// @param nonFinite names of scalars with draws that are not finite
/// @param maxRhat largest R-hat, NaN where none is known
/// @param minEssBulk smallest bulk ESS
/// @param minEssTail smallest tail ESS
/// @param ebfmi E-BFMI of each chain; empty where unknown
/// @param divergences diverging draws of each chain; empty where unknown
/// @param treeLimits draws of each chain that ended at the depth limit; empty where unknown
/// @param worst the scalars with the largest R-hat, worst first
/// @param oddChain the one chain that stands apart, or −1
record Figures(
    int chains,
    int draws,
    double limit,
    int scalars,
    int aboveLimit,
    List<String> nonFinite,
    double maxRhat,
    double minEssBulk,
    double minEssTail,
    double[] ebfmi,
    int[] divergences,
    int[] treeLimits,
    List<ScalarSummary> worst,
    int oddChain) {

  Verdict verdict() {
    if (!nonFinite.isEmpty() || Double.isNaN(maxRhat) || maxRhat > limit) {
      return Verdict.NOT_CONVERGED;
    }
    return rhatHigh() || essLow() || ebfmiLow() || divergenceCount() > 0
        ? Verdict.CAUTION
        : Verdict.CONVERGED;
  }

  boolean rhatHigh() {
    return maxRhat > Judge.CAUTION_RHAT;
  }

  /// Bulk ESS, tail ESS, whichever is smaller; NaN where both are unknown.
  double minEss() {
    return Double.isNaN(minEssBulk) ? minEssTail : Math.min(minEssBulk, minEssTail);
  }

  double essWanted() {
    return Judge.CAUTION_ESS_PER_CHAIN * chains;
  }

  boolean essLow() {
    return minEss() < essWanted();
  }

  double minEbfmi() {
    return Arrays.stream(ebfmi).filter(value -> !Double.isNaN(value)).min().orElse(Double.NaN);
  }

  boolean ebfmiLow() {
    return minEbfmi() < Judge.CAUTION_EBFMI;
  }

  int divergenceCount() {
    return Arrays.stream(divergences).sum();
  }

  int treeLimitCount() {
    return Arrays.stream(treeLimits).sum();
  }

  long allDraws() {
    return (long) chains * draws;
  }
}
