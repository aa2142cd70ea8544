/// Sorts doubles together with where they stood.
package dev.touchline.diagnose;

import java.util.Arrays;

/// Least-significant-digit radix sort of finite doubles with their positions, 11 bits at a time:
/// linear, stable, without comparisons or boxes. Scratch arrays are kept between uses.
final class RadixSort {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;
  private static final int PASSES = 6;

  private final int[][] counts = new int[PASSES][BUCKETS];
  private long[] keys = {};
  private long[] otherKeys = {};
  private int[] otherPositions = {};

  /// Writes the values of `x` (first n) ascending to `sorted` and their positions to `positions`.
  void sort(double[] x, int n, double[] sorted, int[] positions) {
    if (keys.length < n) {
      keys = new long[n];
      otherKeys = new long[n];
      otherPositions = new int[n];
    }
    for (int[] count : counts) {
      Arrays.fill(count, 0);
    }
    for (int i = 0; i < n; i++) {
      // Adding zero turns -0.0 into 0.0, which must tie.
      long bits = Double.doubleToRawLongBits(x[i] + 0.0);
      long key = bits ^ ((bits >> 63) | Long.MIN_VALUE);
      keys[i] = key;
      positions[i] = i;
      for (int pass = 0; pass < PASSES; pass++) {
        counts[pass][(int) (key >>> (pass * BITS)) & (BUCKETS - 1)]++;
      }
    }
    long[] fromKeys = keys;
    long[] toKeys = otherKeys;
    int[] fromPositions = positions;
    int[] toPositions = otherPositions;
    for (int pass = 0; pass < PASSES; pass++) {
      int shift = pass * BITS;
      int[] count = counts[pass];
      if (n > 0 && count[(int) (fromKeys[0] >>> shift) & (BUCKETS - 1)] == n) {
        continue;
      }
      int start = 0;
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        int size = count[bucket];
        count[bucket] = start;
        start += size;
      }
      for (int i = 0; i < n; i++) {
        long key = fromKeys[i];
        int target = count[(int) (key >>> shift) & (BUCKETS - 1)]++;
        toKeys[target] = key;
        toPositions[target] = fromPositions[i];
      }
      long[] swapKeys = fromKeys;
      fromKeys = toKeys;
      toKeys = swapKeys;
      int[] swapPositions = fromPositions;
      fromPositions = toPositions;
      toPositions = swapPositions;
    }
    if (fromPositions != positions) {
      System.arraycopy(fromPositions, 0, positions, 0, n);
    }
    for (int i = 0; i < n; i++) {
      sorted[i] = x[positions[i]];
    }
  }
}
