/// The draws of one chain in memory: written by one thread, read by any.
package dev.touchline.trace;

import java.util.Arrays;

/// Rows of doubles (values and statistics of a draw) in blocks that are made when they are needed.
///
/// The writer fills a row, then publishes it by the volatile count; a reader takes the count first
/// and reads rows below it only. Published rows never change or move, so no lock is needed.
final class DrawStore {
  private static final int BLOCK_DOUBLES = 1 << 17;

  private final int width;
  private final int blockRows;
  private double[][] blocks;
  private volatile int count;

  /// @param width doubles a row
  /// @param expected rows that are likely to come; more are accepted
  DrawStore(int width, int expected) {
    this.width = width;
    blockRows = Math.clamp(BLOCK_DOUBLES / Math.max(1, width), 16, 1024);
    blocks = new double[Math.max(1, expected / blockRows + 1)][];
  }

  /// The array and offset of the next row, to be filled and then published.
  double[] nextBlock() {
    int block = count / blockRows;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blocks.length);
    }
    double[] rows = blocks[block];
    if (rows == null) {
      rows = new double[blockRows * width];
      blocks[block] = rows;
    }
    return rows;
  }

  /// Where the next row begins in [#nextBlock].
  int nextOffset() {
    return count % blockRows * width;
  }

  /// Makes the filled row visible.
  @SuppressWarnings("NonAtomicVolatileUpdate") // only the chain's own thread writes
  void publish() {
    count++;
  }

  /// Rows that may be read.
  int count() {
    return count;
  }

  /// Copies `length` columns of `rows` rows from `firstRow` on, shape (rows, length).
  void copy(int firstRow, int rows, int column, int length, double[] target) {
    if (firstRow < 0 || rows < 0 || firstRow + rows > count) {
      throw new IndexOutOfBoundsException(
          "rows " + firstRow + " to " + (firstRow + rows) + " of " + count);
    }
    double[][] seen = blocks;
    for (int row = 0; row < rows; row++) {
      int at = firstRow + row;
      System.arraycopy(
          seen[at / blockRows], at % blockRows * width + column, target, row * length, length);
    }
  }
}
