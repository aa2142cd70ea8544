/// Two quantiles of unsorted numbers, without sorting them all.
package dev.touchline.predict;

import java.util.Arrays;

/// The quantiles at p and 1 − p by counting into 256 cells and sorting only the cells that hold
/// them. Scratch space of one thread.
final class Quantiles {
  private static final int CELLS = 256;

  private final int[] cell;
  private final int[] count = new int[CELLS];
  private final int[] second = new int[CELLS];
  private double low;
  private double high;

  /// @param n numbers at most
  Quantiles(int n) {
    cell = new int[n];
  }

  /// Computes both quantiles, linear between order statistics (type 7 of Hyndman and Fan 1996, the
  /// usual one).
  ///
  /// @param mean about the numbers' mean
  /// @param sd about their sd; mean and sd only steer the speed
  /// @param tail p, below 1/2
  void load(double[] values, int n, double mean, double sd, double tail) {
    count(values, n, mean, sd);
    low = at(values, n, tail * (n - 1));
    high = at(values, n, (1 - tail) * (n - 1));
  }

  /// The quantile at p.
  double low() {
    return low;
  }

  /// The quantile at 1 − p.
  double high() {
    return high;
  }

  private void count(double[] values, int n, double mean, double sd) {
    double from = mean - 4 * sd;
    double width = 8 * sd;
    double scale = width > 0 && width < Double.MAX_VALUE ? CELLS / width : 0;
    cells(values, from, scale, cell, n);
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

  /// Casting saturates, so numbers of any size end in the outer cells.
  private static void cells(double[] values, double from, double scale, int[] cell, int n) {
    for (int i = 0; i < n; i++) {
      cell[i] = Math.max(0, Math.min(CELLS - 1, (int) ((values[i] - from) * scale)));
    }
  }

  /// The number at a place in the sorted order, counted from whichever end is nearer.
  private double at(double[] values, int n, double place) {
    int rank = Math.min((int) place, n - 1);
    int c;
    int below;
    if (2 * rank < n) {
      c = 0;
      below = 0;
      while (below + count[c] <= rank) {
        below += count[c++];
      }
    } else {
      c = CELLS - 1;
      below = n - count[c];
      while (below > rank) {
        below -= count[--c];
      }
    }
    double[] few = sorted(values, n, c);
    double lower = few[rank - below];
    double fraction = place - rank;
    if (fraction == 0 || rank + 1 >= n) {
      return lower;
    }
    double upper;
    if (rank + 1 - below < few.length) {
      upper = few[rank + 1 - below];
    } else {
      do {
        c++;
      } while (count[c] == 0);
      upper = sorted(values, n, c)[0];
    }
    return lower + fraction * (upper - lower);
  }

  private double[] sorted(double[] values, int n, int wanted) {
    double[] few = new double[count[wanted]];
    int found = 0;
    for (int i = 0; i < n; i++) {
      if (cell[i] == wanted) {
        few[found++] = values[i];
      }
    }
    Arrays.sort(few);
    return few;
  }
}
