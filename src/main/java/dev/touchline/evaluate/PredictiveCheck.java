/// Whether data sets that a model produces look like the one that happened.
package dev.touchline.evaluate;

import dev.touchline.football.PlayerMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A predictive check of one prop (Gelman, Meng and Stern, Statistica Sinica 1996): how often each
/// count was observed beside how often replicated data sets have it. Rootograms show it (Kleiber
/// and Zeileis, The American Statistician 2016).
///
/// @param replicates number of replicated data sets
/// @param rows counts of player-match rows
/// @param teams totals of a team in a match, over the rows at hand
/// @param players totals of a player over all his rows
/// @param spread standard deviation over players of those totals
public record PredictiveCheck(
    int replicates,
    List<Frequency> rows,
    List<Frequency> teams,
    List<Frequency> players,
    Spread spread) {

  private static final int MOST_BINS = 16;
  private static final double TAIL = 0.025;

  /// How many rows, teams or players have a count from `low` to `high`, both included.
  ///
  /// @param observed in the data
  /// @param expected mean over replicates
  /// @param expectedLow lower end of the central 95 % of replicates
  /// @param expectedHigh upper end
  public record Frequency(
      int low, int high, int observed, double expected, double expectedLow, double expectedHigh) {

    /// Whether what happened lies among the central 95 % of replicates.
    public boolean inside() {
      return observed >= expectedLow && observed <= expectedHigh;
    }
  }

  /// How far groups spread, in the data and in replicates.
  ///
  /// @param observed in the data
  /// @param low lower end of the central 95 % of replicates
  /// @param high upper end
  /// @param above share of replicates that spread at least as far
  public record Spread(double observed, double low, double high, double above) {

    /// Whether what happened lies among the central 95 % of replicates.
    public boolean inside() {
      return observed >= low && observed <= high;
    }
  }

  /// Compares.
  ///
  /// @param rows the rows, in the order of the counts
  /// @param observed N counts
  /// @param replicated `[replicate][row]`
  public static PredictiveCheck of(List<PlayerMatch> rows, int[] observed, int[][] replicated) {
    int[] row = new int[rows.size()];
    Arrays.setAll(row, i -> i);
    int[] team = groups(rows.stream().<Object>map(r -> List.of(r.matchId(), r.teamId())).toList());
    int[] player = groups(rows.stream().<Object>map(PlayerMatch::playerId).toList());
    return new PredictiveCheck(
        replicated.length,
        frequencies(row, observed, replicated),
        frequencies(team, observed, replicated),
        frequencies(player, observed, replicated),
        spread(player, observed, replicated));
  }

  private static int[] groups(List<Object> keys) {
    Map<Object, Integer> numbers = new LinkedHashMap<>();
    return keys.stream()
        .mapToInt(
            key -> {
              numbers.putIfAbsent(key, numbers.size());
              return numbers.getOrDefault(key, -1);
            })
        .toArray();
  }

  private static int[] totals(int[] group, int[] counts) {
    int[] totals = new int[Arrays.stream(group).max().orElse(-1) + 1];
    for (int i = 0; i < group.length; i++) {
      totals[group[i]] = (int) Math.min(Integer.MAX_VALUE, (long) totals[group[i]] + counts[i]);
    }
    return totals;
  }

  /// Bins reach as far as what was observed and the larger part of replicates; the last takes all
  /// beyond.
  private static List<Frequency> frequencies(int[] group, int[] observed, int[][] replicated) {
    int[] totals = totals(group, observed);
    int[][] replicatedTotals = new int[replicated.length][];
    double[] largest = new double[replicated.length];
    for (int r = 0; r < replicated.length; r++) {
      replicatedTotals[r] = totals(group, replicated[r]);
      largest[r] = Arrays.stream(replicatedTotals[r]).max().orElse(0);
    }
    Arrays.sort(largest);
    int seen = Arrays.stream(totals).max().orElse(0);
    int top = Math.max(seen, (int) Math.min(4L * seen + 4, (long) quantile(largest, 0.5)));
    int width = top / MOST_BINS + 1;
    int bins = top / width + 1;
    int[] found = binned(totals, width, bins);
    double[][] drawn = new double[bins][replicated.length];
    for (int r = 0; r < replicated.length; r++) {
      int[] counts = binned(replicatedTotals[r], width, bins);
      for (int b = 0; b < bins; b++) {
        drawn[b][r] = counts[b];
      }
    }
    List<Frequency> frequencies = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      double mean = Arrays.stream(drawn[b]).average().orElse(Double.NaN);
      Arrays.sort(drawn[b]);
      frequencies.add(
          new Frequency(
              b * width,
              b == bins - 1 ? Integer.MAX_VALUE : (b + 1) * width - 1,
              found[b],
              mean,
              quantile(drawn[b], TAIL),
              quantile(drawn[b], 1 - TAIL)));
    }
    return List.copyOf(frequencies);
  }

  private static int[] binned(int[] totals, int width, int bins) {
    int[] counts = new int[bins];
    for (int total : totals) {
      counts[Math.min(bins - 1, total / width)]++;
    }
    return counts;
  }

  private static Spread spread(int[] player, int[] observed, int[][] replicated) {
    double found = sd(totals(player, observed));
    double[] drawn = new double[replicated.length];
    int above = 0;
    for (int r = 0; r < replicated.length; r++) {
      drawn[r] = sd(totals(player, replicated[r]));
      above += drawn[r] >= found ? 1 : 0;
    }
    Arrays.sort(drawn);
    return new Spread(
        found,
        quantile(drawn, TAIL),
        quantile(drawn, 1 - TAIL),
        (double) above / replicated.length);
  }

  private static double quantile(double[] sorted, double probability) {
    return MatchBootstrap.quantile(sorted, probability);
  }

  private static double sd(int[] totals) {
    double mean = Arrays.stream(totals).average().orElse(Double.NaN);
    double squares = 0;
    for (int total : totals) {
      squares += (total - mean) * (total - mean);
    }
    return Math.sqrt(squares / (totals.length - 1));
  }
}
