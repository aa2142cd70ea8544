/// Ranks of each chain's draws among all draws, for rank bars.
package dev.touchline.diagnose;

import java.util.Arrays;

/// Rank histograms (Vehtari et al., arXiv 1903.08008, section 4.3): chains that mix have level
/// bars.
public final class RankHistogram {
  private RankHistogram() {}

  /// Counts of each chain's draws in equal bins of the pooled ranks (ties share their average
  /// rank).
  ///
  /// @param draws shape (chain, draw); cut to the shortest chain
  /// @param bins number of bins, at least 1
  /// @return shape (chain, bin); all zero where a draw is not finite
  public static int[][] of(double[][] draws, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be at least 1, not " + bins);
    }
    int[][] counts = new int[draws.length][bins];
    int length = Arrays.stream(draws).mapToInt(chain -> chain.length).min().orElse(0);
    int size = draws.length * length;
    double[] all = new double[size];
    for (int chain = 0; chain < draws.length; chain++) {
      System.arraycopy(draws[chain], 0, all, chain * length, length);
    }
    if (!Arrays.stream(all).allMatch(Double::isFinite)) {
      return counts;
    }
    double[] sorted = new double[size];
    int[] positions = new int[size];
    new RadixSort().sort(all, size, sorted, positions);
    for (int start = 0; start < size; ) {
      int end = start + 1;
      while (end < size && sorted[end] == sorted[start]) {
        end++;
      }
      double share = (start + end) / 2.0 / size;
      int bin = Math.min(bins - 1, (int) (share * bins));
      for (int i = start; i < end; i++) {
        counts[positions[i] / length][bin]++;
      }
      start = end;
    }
    return counts;
  }
}
