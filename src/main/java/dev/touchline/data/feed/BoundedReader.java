/// Keeps one record of a JSON text from filling the memory.
package dev.touchline.data.feed;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Counts the characters since the last record began and ends the reading when they are too many.
final class BoundedReader extends FilterReader {
  /// Longest record, in characters; real ones have some ten thousand at most.
  static final int LONGEST_RECORD = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private long sinceRecord;
  private boolean begun;
  private boolean unbounded;

  BoundedReader(Reader reader) {
    super(reader);
  }

  /// A record begins here, up to what the JSON reader has read ahead.
  void record() {
    sinceRecord = 0;
    unbounded = false;
  }

  /// What comes now is passed over, not kept.
  void passing() {
    unbounded = true;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (!begun && n > 0) {
      begun = true;
      if (buffer[offset] == BYTE_ORDER_MARK) {
        buffer[offset] = ' ';
      }
    }
    sinceRecord += Math.max(n, 0);
    if (!unbounded && sinceRecord > LONGEST_RECORD) {
      throw new IOException("a record is longer than %,d characters".formatted(LONGEST_RECORD));
    }
    return n;
  }
}
