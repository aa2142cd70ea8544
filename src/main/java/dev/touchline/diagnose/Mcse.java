/// Monte Carlo standard errors for callers with one scalar.
package dev.touchline.diagnose;

/// How far an estimate may be off because the draws are finite (Vehtari et al., arXiv 1903.08008;
/// ArviZ 0.22). Draws have shape (chain, draw). NaN as in [Ess].
public final class Mcse {
  private Mcse() {}

  /// Of the mean.
  public static double mean(double[][] draws) {
    return new Diagnosis().load(draws).mcseMean();
  }

  /// Of the standard deviation.
  public static double sd(double[][] draws) {
    return new Diagnosis().load(draws).mcseSd();
  }

  /// Of the quantile at probability p.
  public static double quantile(double[][] draws, double p) {
    return new Diagnosis().load(draws).mcseQuantile(p);
  }
}
