/// Which draws of a trace are kept.
package dev.touchline.predict;

/// Draws thinned evenly over chains and within each.
final class Thinning {
  private Thinning() {}

  /// Indices of the draws to keep of each chain, ascending.
  ///
  /// @param samples how many in all, at most chains × draws; the first chains keep one more where
  ///   it does not divide
  static int[][] of(int chains, int draws, int samples) {
    int[][] kept = new int[chains][];
    for (int chain = 0; chain < chains; chain++) {
      int own = samples / chains + (chain < samples % chains ? 1 : 0);
      kept[chain] = new int[own];
      for (int i = 0; i < own; i++) {
        kept[chain][i] = (int) ((2L * i + 1) * draws / (2L * own));
      }
    }
    return kept;
  }
}
