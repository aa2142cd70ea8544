/// Effective sample sizes for callers with one scalar, such as the live view.
package dev.touchline.diagnose;

/// How many independent draws the chains are worth (Vehtari et al., arXiv 1903.08008). Draws have
/// shape (chain, draw) and are cut to the shortest chain. All give NaN for fewer than 4 draws,
/// draws that are not finite, or constant draws.
public final class Ess {
  private Ess() {}

  /// For the centre of the distribution.
  public static double bulk(double[][] draws) {
    return new Diagnosis().load(draws).essBulk();
  }

  /// For its tails: the smaller of the 5 % and the 95 % quantile's.
  public static double tail(double[][] draws) {
    return new Diagnosis().load(draws).essTail();
  }

  /// For the mean.
  public static double mean(double[][] draws) {
    return new Diagnosis().load(draws).essMean();
  }

  /// For the standard deviation.
  public static double sd(double[][] draws) {
    return new Diagnosis().load(draws).essSd();
  }

  /// For the quantile at probability p.
  public static double quantile(double[][] draws, double p) {
    return new Diagnosis().load(draws).essQuantile(p);
  }
}
