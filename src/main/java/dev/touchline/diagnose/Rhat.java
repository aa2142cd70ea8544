/// R-hat for callers with one scalar, such as the live view.
package dev.touchline.diagnose;

/// Whether chains agree.
public final class Rhat {
  private Rhat() {}

  /// Rank-normalised split R-hat, the larger of bulk and folded (Vehtari et al., arXiv 1903.08008).
  ///
  /// @param draws shape (chain, draw); cut to the shortest chain
  /// @return 1 where chains agree; infinite where chains stand still at different values; NaN for
  ///   fewer than 2 chains or 4 draws, draws that are not finite, or constant draws
  public static double rank(double[][] draws) {
    return new Diagnosis().load(draws).rhat();
  }
}
