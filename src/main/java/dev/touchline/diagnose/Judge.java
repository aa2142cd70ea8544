/// Judges whether a posterior may be used.
package dev.touchline.diagnose;

/// The gate of model.md: R-hat over every scalar, ESS, E-BFMI, divergences.
public final class Judge {
  private final double maxRhat;
  private final int threads;

  /// @param maxRhat R-hat above which a posterior has not converged, 1.05 by default
  /// @param threads threads to compute on
  public Judge(double maxRhat, int threads) {
    this.maxRhat = maxRhat;
    this.threads = threads;
  }

  /// Judges all scalars.
  public ConvergenceReport judge(ScalarSource scalars, SamplerTrouble trouble) {
    throw new UnsupportedOperationException("not built yet: " + maxRhat + threads);
  }
}
