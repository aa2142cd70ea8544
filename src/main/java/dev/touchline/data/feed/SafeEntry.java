/// Keeps an archive's entry from unpacking into more than it should.
package dev.touchline.data.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// Counts the bytes that come out and ends the reading where they pass what the packed size allows.
final class SafeEntry extends FilterInputStream {
  /// Most bytes of an entry.
  static final long LARGEST = 4L << 30;

  /// Most bytes for one packed byte; event data have some twenty.
  static final int RATIO = 250;

  /// What any entry may unpack to.
  private static final long FREE = 4L << 20;

  private final long most;
  private long count;

  /// @param packed the entry's packed size in bytes, negative where unknown
  SafeEntry(InputStream stream, long packed) {
    super(stream);
    most = packed < 0 ? LARGEST : Math.min(LARGEST, Math.max(FREE, packed * RATIO));
  }

  private int counted(int n, int amount) throws IOException {
    if (n >= 0) {
      count += amount;
      if (count > most) {
        throw new ZipException("it unpacks to more than %,d bytes".formatted(most));
      }
    }
    return n;
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    return counted(n, n);
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    counted(0, (int) Math.min(skipped, Integer.MAX_VALUE));
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
