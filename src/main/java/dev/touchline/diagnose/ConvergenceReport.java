/// Whether a posterior may be used, with the figures behind it.
package dev.touchline.diagnose;

import java.util.List;

/// The judgement on a posterior.
///
/// @param chains chains judged
/// @param draws draws of each
/// @param maxRhat largest R-hat over all scalars (NaN scalars that are constant by construction,
///   such as the diagonal of a correlation matrix, do not count)
/// @param minEssBulk smallest bulk ESS
/// @param minEssTail smallest tail ESS
/// @param minEbfmi smallest E-BFMI over chains, NaN where unknown
/// @param divergences divergences after warm-up, all chains
/// @param worst the scalars with the largest R-hat, worst first
/// @param verdict the verdict
/// @param sentence the verdict in one sentence
/// @param advice what to change, each one sentence that fits the cause; empty where all is well
/// @param scalars every scalar, in trace order
public record ConvergenceReport(
    int chains,
    int draws,
    double maxRhat,
    double minEssBulk,
    double minEssTail,
    double minEbfmi,
    int divergences,
    List<ScalarSummary> worst,
    Verdict verdict,
    String sentence,
    List<String> advice,
    List<ScalarSummary> scalars) {

  /// The verdict on a posterior.
  public enum Verdict {
    /// May be used.
    CONVERGED,
    /// May be used, with a look at the named figures.
    CAUTION,
    /// Must not be used.
    NOT_CONVERGED
  }
}
