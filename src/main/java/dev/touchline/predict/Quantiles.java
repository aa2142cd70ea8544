/// Two quantiles of unsorted numbers, without sorting them all.
package dev.touchline.predict;

import java.util.Arrays;

/// Order statistics by counting into 256 cells and sorting only the cell that holds them. Scratch
/// space of one thread.
final class Quantiles {
  private static final int CELLS = 256;

  private final int[] cell;
  private final int[] count = new int[CELLS];
  private final int[] second = new int[CELLS];
  private double[] few = new double[64];

  /// @param n numbers at most
  Quantiles(int n) {
    cell = new int[n];
  }

  /// Sets the cells for non-negative numbers; [#at] then answers about them.
  ///
  /// @param mean about their mean
  /// @param sd about their sd; mean and sd only steer the speed
  void load(double[] values, int n, double mean, double sd) {
    double low = Math.max(0, mean - 4 * sd);
    double width = mean + 4 * sd - low;
    double scale = width > 0 && width < Double.MAX_VALUE ? CELLS / width : 0;
    for (int i = 0; i < n; i++) {
      // Casting saturates, so numbers of any size end in the outer cells.
      cell[i] = Math.max(0, Math.min(CELLS - 1, (int) ((values[i] - low) * scale)));
    }
    Arrays.fill(count, 0);
    Arrays.fill(second, 0);
    int i = 0;
    for (; i + 1 < n; i += 2) { // two tables, so that equal neighbours do not wait for each other
      count[cell[i]]++;
      second[cell[i + 1]]++;
    }
    if (i < n) {
      count[cell[i]]++;
    }
    for (int c = 0; c < CELLS; c++) {
      count[c] += second[c];
    }
  }

  /// The quantile of the loaded numbers, linear between order statistics (type 7 of Hyndman and Fan
  /// 1996, the usual one).
  double at(double[] values, int n, double probability) {
    double place = probability * (n - 1);
    int rank = Math.min((int) place, n - 1);
    double fraction = place - rank;
    int c = 0;
    int below = 0;
    while (below + count[c] <= rank) {
      below += count[c++];
    }
    int inside = gather(values, n, c);
    double lower = few[rank - below];
    if (fraction == 0 || rank + 1 >= n) {
      return lower;
    }
    double upper;
    if (rank + 1 - below < inside) {
      upper = few[rank + 1 - below];
    } else {
      do {
        c++;
      } while (count[c] == 0);
      gather(values, n, c);
      upper = few[0];
    }
    return lower + fraction * (upper - lower);
  }

  private int gather(double[] values, int n, int wanted) {
    int found = 0;
    if (few.length < count[wanted]) {
      few = new double[count[wanted] + count[wanted] / 2];
    }
    for (int i = 0; i < n; i++) {
      if (cell[i] == wanted) {
        few[found++] = values[i];
      }
    }
    Arrays.sort(few, 0, found);
    return found;
  }
}
