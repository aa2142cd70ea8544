/// All diagnostics of one scalar, from one sort of its draws.
package dev.touchline.diagnose;

import java.util.Arrays;

/// Rank-normalised split R-hat, effective sample sizes and Monte Carlo errors of Vehtari et al.
/// (arXiv 1903.08008), as ArviZ computes them. One instance serves many scalars one after the other
/// and keeps its scratch arrays; it belongs to one thread.
///
/// Where ArviZ's own functions differ (R-hat of an odd number of draws), the order is that of the
/// paper, of R's posterior and of `arviz.summary`: fold around the median of all draws, then split,
/// leaving out the middle draw of each chain.
///
/// Deviations from ArviZ: constant draws and infinite draws give NaN.
final class Diagnosis {
  /// Chains shorter than this have no diagnostics.
  static final int MIN_DRAWS = 4;

  private final RadixSort sorter = new RadixSort();
  private final Geyer geyer = new Geyer();
  private double[] all = {};
  private double[] sorted = {};
  private int[] positions = {};
  private double[] splitSorted = {};
  private int[] splitPositions = {};
  private double[] foldedSorted = {};
  private int[] foldedPositions = {};
  private double[] scores = {};
  private double[] bulkScores = {};
  private double[] split = {};
  private double[] work = {};
  private double[] scoreOfRank = {};
  private int scoredSize;
  private int chains;
  private int draws;
  private int half;
  private int size;
  private int splitSize;
  private boolean finite;
  private boolean usable;
  private boolean bulkScored;

  /// Takes the draws of a scalar, shape (chain, draw), cut to the shortest chain. All later
  /// questions are about it.
  Diagnosis load(double[][] series) {
    chains = series.length;
    draws = chains == 0 ? 0 : Integer.MAX_VALUE;
    for (double[] chain : series) {
      draws = Math.min(draws, chain.length);
    }
    half = draws / 2;
    size = Math.multiplyExact(chains, draws);
    splitSize = 2 * chains * half;
    reserve();
    finite = true;
    for (int chain = 0; chain < chains; chain++) {
      for (int i = 0; i < draws; i++) {
        double x = series[chain][i];
        finite &= Math.abs(x) <= Double.MAX_VALUE;
        all[chain * draws + i] = x;
      }
    }
    if (finite && size > 0) {
      sorter.sort(all, size, sorted, positions);
      keepSplit();
    }
    bulkScored = false;
    split = splitDraws();
    usable = finite && draws >= MIN_DRAWS && !constant();
    return this;
  }

  private void reserve() {
    if (all.length < size) {
      all = new double[size];
      sorted = new double[size];
      positions = new int[size];
      splitSorted = new double[size];
      splitPositions = new int[size];
      foldedSorted = new double[size];
      foldedPositions = new int[size];
      scores = new double[size];
      bulkScores = new double[size];
      work = new double[size];
    }
  }

  /// Drops the middle draws of odd chains from the sorted order; positions become those in the
  /// split layout (two halves a chain, one after the other).
  private void keepSplit() {
    if (draws == 2 * half) {
      System.arraycopy(sorted, 0, splitSorted, 0, size);
      System.arraycopy(positions, 0, splitPositions, 0, size);
      return;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int chain = positions[i] / draws;
      int draw = positions[i] - chain * draws;
      if (draw != half) {
        splitSorted[kept] = sorted[i];
        splitPositions[kept++] = chain * 2 * half + (draw < half ? draw : draw - 1);
      }
    }
  }

  /// Whether all draws are finite.
  boolean finite() {
    return finite;
  }

  /// Whether all draws of all chains are equal up to rounding (8 units in the last place), as the
  /// diagonal of a correlation matrix is.
  boolean constant() {
    if (!finite || size == 0) {
      return false;
    }
    double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[size - 1]));
    return sorted[size - 1] - sorted[0] <= 8 * Math.ulp(largest);
  }

  /// Mean of all draws; NaN without draws.
  double mean() {
    return size == 0 ? Double.NaN : Autocovariance.mean(all, 0, size);
  }

  /// Standard deviation with S − 1.
  double sd() {
    return size < 2 ? Double.NaN : Math.sqrt(Geyer.variance(all, size));
  }

  /// Quantile of type 7 (R's default), in the very arithmetic of scipy's mquantiles, on whose
  /// rounding the indicator of ties depends.
  double quantile(double p) {
    if (!finite || size == 0) {
      return Double.NaN;
    }
    if (size == 1) {
      return sorted[0];
    }
    double position = size * p + (1 - p);
    int k = (int) Math.floor(Math.min(Math.max(position, 1), size - 1));
    double share = Math.min(Math.max(position - k, 0), 1);
    return (1 - share) * sorted[k - 1] + share * sorted[k];
  }

  private double median() {
    return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;
  }

  /// Larger of bulk and folded R-hat; needs two chains.
  double rhat() {
    if (!usable || chains < 2) {
      return Double.NaN;
    }
    double bulk = plainRhat(bulkScores());
    fold();
    score(foldedSorted, foldedPositions, scores);
    double folded = plainRhat(scores);
    return folded > bulk ? folded : bulk;
  }

  /// Bulk effective sample size.
  double essBulk() {
    if (!usable) {
      return Double.NaN;
    }
    return geyer.ess(bulkScores(), 2 * chains, half);
  }

  /// Smaller of the effective sample sizes of the 5 % and 95 % quantiles.
  double essTail() {
    return Math.min(essQuantile(0.05), essQuantile(0.95));
  }

  /// Effective sample size of a quantile.
  double essQuantile(double p) {
    if (!usable) {
      return Double.NaN;
    }
    double quantile = quantile(p);
    for (int i = 0; i < splitSize; i++) {
      work[i] = split[i] <= quantile ? 1 : 0;
    }
    return geyer.ess(work, 2 * chains, half);
  }

  /// Effective sample size of the mean.
  double essMean() {
    if (!usable) {
      return Double.NaN;
    }
    return geyer.ess(split, 2 * chains, half);
  }

  /// Effective sample size of the standard deviation: that of the squared deviations.
  double essSd() {
    if (!usable) {
      return Double.NaN;
    }
    double mean = mean();
    for (int i = 0; i < splitSize; i++) {
      double deviation = split[i] - mean;
      work[i] = deviation * deviation;
    }
    return geyer.ess(work, 2 * chains, half);
  }

  /// Monte Carlo standard error of the mean.
  double mcseMean() {
    return sd() / Math.sqrt(essMean());
  }

  /// Monte Carlo standard error of the standard deviation.
  double mcseSd() {
    if (!usable) {
      return Double.NaN;
    }
    double mean = mean();
    double second = 0;
    double fourth = 0;
    for (int i = 0; i < size; i++) {
      double square = (all[i] - mean) * (all[i] - mean);
      second += square;
      fourth += square * square;
    }
    second /= size;
    fourth /= size;
    return Math.sqrt((fourth - second * second) / essSd() / second / 4);
  }

  /// Monte Carlo standard error of a quantile: half the width of the order statistics' interval
  /// that one standard deviation of a beta distribution spans.
  double mcseQuantile(double p) {
    double ess = essQuantile(p);
    if (Double.isNaN(ess)) {
      return Double.NaN;
    }
    double low = BetaQuantile.of(0.1586553, ess * p + 1, ess * (1 - p) + 1) * size - 1;
    double high = BetaQuantile.of(0.8413447, ess * p + 1, ess * (1 - p) + 1) * size - 1;
    double below = sorted[(int) Math.floor(Math.max(low, 0))];
    double above = sorted[(int) Math.ceil(Math.min(high, size - 1))];
    return (above - below) / 2;
  }

  /// The draws in the split layout: the same array where the number of draws is even.
  private double[] splitDraws() {
    if (draws == 2 * half) {
      return all;
    }
    double[] kept = new double[splitSize];
    for (int chain = 0; chain < chains; chain++) {
      System.arraycopy(all, chain * draws, kept, chain * 2 * half, half);
      System.arraycopy(all, chain * draws + half + 1, kept, chain * 2 * half + half, half);
    }
    return kept;
  }

  private double[] bulkScores() {
    if (!bulkScored) {
      score(splitSorted, splitPositions, bulkScores);
      bulkScored = true;
    }
    return bulkScores;
  }

  /// Sorts |x − median| by merging the two sides of the median outwards.
  private void fold() {
    double median = median();
    int right = 0;
    while (right < splitSize && splitSorted[right] < median) {
      right++;
    }
    int left = right - 1;
    for (int i = 0; i < splitSize; i++) {
      boolean takeLeft =
          right >= splitSize
              || (left >= 0 && median - splitSorted[left] <= splitSorted[right] - median);
      int from = takeLeft ? left-- : right++;
      foldedSorted[i] = Math.abs(splitSorted[from] - median);
      foldedPositions[i] = splitPositions[from];
    }
  }

  /// Writes Blom's normal scores of the average ranks: z = Φ⁻¹((r − 3/8) / (S + 1/4)).
  private void score(double[] ascending, int[] where, double[] target) {
    if (scoredSize != splitSize) {
      scoredSize = splitSize;
      scoreOfRank = new double[2 * splitSize];
      Arrays.fill(scoreOfRank, Double.NaN);
    }
    for (int start = 0; start < splitSize; ) {
      int end = start + 1;
      while (end < splitSize && ascending[end] == ascending[start]) {
        end++;
      }
      int twice = start + end - 1;
      double z = scoreOfRank[twice];
      if (Double.isNaN(z)) {
        z = NormalQuantile.of((twice / 2.0 + 1 - 0.375) / (splitSize + 0.25));
        scoreOfRank[twice] = z;
      }
      for (int i = start; i < end; i++) {
        target[where[i]] = z;
      }
      start = end;
    }
  }

  /// √((B / W + n − 1) / n) over the split chains.
  private double plainRhat(double[] x) {
    int count = 2 * chains;
    double within = 0;
    for (int chain = 0; chain < count; chain++) {
      double mean = Autocovariance.mean(x, chain * half, half);
      double sum = 0;
      for (int i = chain * half; i < (chain + 1) * half; i++) {
        sum += (x[i] - mean) * (x[i] - mean);
      }
      work[chain] = mean;
      within += sum / (half - 1.0);
    }
    within /= count;
    double between = half * Geyer.variance(work, count);
    return Math.sqrt((between / within + half - 1) / half);
  }
}
