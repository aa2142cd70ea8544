/// The energy diagnostic of Hamiltonian samplers.
package dev.touchline.diagnose;

/// Estimated Bayesian fraction of missing information (Betancourt, arXiv 1604.00695): mean squared
/// change of the energy from draw to draw over its variance.
public final class Ebfmi {
  private Ebfmi() {}

  /// E-BFMI of one chain's energies; below 0.3 the momentum does not move the energy enough. NaN
  /// for fewer than 4 draws, energies that are not finite, or constant energies.
  public static double of(double[] energy) {
    int n = energy.length;
    if (n < Diagnosis.MIN_DRAWS) {
      return Double.NaN;
    }
    double changes = 0;
    for (int i = 1; i < n; i++) {
      double change = energy[i] - energy[i - 1];
      changes += change * change;
    }
    double value = changes / (n - 1) / Geyer.variance(energy, n);
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
