/// The draws of one chain: written by one thread, read by any.
package dev.touchline.trace;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rows of doubles (values and statistics of a draw) in blocks that are made when they are needed.
///
/// With a [DrawFile], full blocks go to the disk and are read from there, so that memory holds one
/// block a chain however many draws there are. A disk that fails costs no draw: blocks stay in
/// memory from then on.
///
/// The writer fills a row, then publishes it by the volatile count; a reader takes the count first
/// and reads rows below it only. Published rows never change, and a block's place never does while
/// somebody holds the list of blocks, so no lock is needed.
final class DrawStore {
  private static final Logger LOG = LoggerFactory.getLogger(DrawStore.class);

  /// With the array's header a mebibyte: a region of the G1 collector as the window asks for it,
  /// which leaves an array of more than half a region where it is. Smaller parts of larger regions
  /// it would copy, and stop everything for that, until they are old.
  private static final int MEMORY_DOUBLES = (1 << 17) - 2;

  /// Doubles of a block that goes to the disk when it is full.
  static final int FILE_DOUBLES = 1 << 20;

  private final int width;
  private final int blockRows;
  private @Nullable DrawFile file;

  /// Each a `double[]` or, on the disk, a `MemorySegment`; replaced whenever it changes.
  private volatile Object[] blocks = {};

  private double[] hot = {};
  private volatile int count;

  /// Draws in memory.
  ///
  /// @param width doubles a row
  DrawStore(int width) {
    this.width = width;
    blockRows = Math.clamp(MEMORY_DOUBLES / Math.max(1, width), 16, 1024);
  }

  /// Draws on the disk, beginning with those that the file already holds.
  DrawStore(int width, DrawFile file) throws IOException {
    this.width = width;
    this.file = file;
    blockRows = Math.max(16, FILE_DOUBLES / Math.max(1, width));
    int full = file.rows() / blockRows;
    Object[] stored = new Object[full];
    for (int block = 0; block < full; block++) {
      stored[block] = file.map(block * blockRows, blockRows);
    }
    blocks = stored;
    int rest = file.rows() % blockRows;
    if (rest > 0) {
      file.read(full * blockRows, rest, begin());
    }
    count = file.rows();
  }

  /// The array and offset of the next row, to be filled and then published.
  double[] nextBlock() {
    if (count == blocks.length * blockRows) {
      spill();
      begin();
    }
    return hot;
  }

  private double[] begin() {
    hot = new double[blockRows * width];
    Object[] more = Arrays.copyOf(blocks, blocks.length + 1);
    more[blocks.length] = hot;
    blocks = more;
    return hot;
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

  /// Moves the last block, which is full, to the disk.
  private void spill() {
    int last = blocks.length - 1;
    if (file == null || last < 0 || !flush()) {
      return;
    }
    try {
      Object[] moved = blocks.clone();
      moved[last] = file.map(last * blockRows, blockRows);
      blocks = moved;
    } catch (IOException e) {
      giveUp(e);
    }
  }

  /// Writes what is in memory only; on the writer's thread. False where no file has everything.
  boolean flush() {
    if (file == null) {
      return false;
    }
    int from = file.rows();
    try {
      file.append(hot, from % blockRows * width, count - from);
      return true;
    } catch (IOException e) {
      giveUp(e);
      return false;
    }
  }

  private void giveUp(IOException e) {
    LOG.warn(
        "Draws cannot be written to {} ({}); they stay in memory, and this run cannot be resumed"
            + " beyond its last checkpoint",
        file,
        e.getMessage());
    file = null;
  }

  /// Copies `length` columns of `rows` rows from `firstRow` on, shape (rows, length).
  void copy(int firstRow, int rows, int column, int length, double[] target) {
    if (firstRow < 0 || rows < 0 || firstRow + rows > count) {
      throw new IndexOutOfBoundsException(
          "rows " + firstRow + " to " + (firstRow + rows) + " of " + count);
    }
    Object[] seen = blocks;
    for (int row = 0; row < rows; row++) {
      int at = firstRow + row;
      int from = at % blockRows * width + column;
      switch (seen[at / blockRows]) {
        case double[] block -> System.arraycopy(block, from, target, row * length, length);
        case MemorySegment segment ->
            MemorySegment.copy(
                segment, DrawFile.DOUBLE, (long) from * Double.BYTES, target, row * length, length);
        default -> throw new IllegalStateException("no such block");
      }
    }
  }
}
