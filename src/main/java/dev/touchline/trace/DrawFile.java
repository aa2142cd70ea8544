/// The draws of one chain on the disk, as they come.
package dev.touchline.trace;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Rows of little-endian doubles without a header, appended by one thread. What was written can be
/// mapped and read by any.
final class DrawFile implements AutoCloseable {
  /// How the file holds a number, on any machine.
  static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int BUFFER = 1 << 18;

  private final Path path;
  private final FileChannel channel;
  private final int width;
  private final CRC32C checksum = new CRC32C();
  private int rows;

  /// An empty file, in place of any that is there.
  static DrawFile create(Path path, int width) throws IOException {
    return new DrawFile(
        path,
        width,
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE));
  }

  /// A file that goes on after its first rows; what follows them is cut off. An exception where it
  /// holds fewer, or not those with this checksum.
  static DrawFile resume(Path path, int width, int rows, long checksum) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      DrawFile file = new DrawFile(path, width, channel);
      file.take(rows);
      if (file.checksum() != checksum) {
        throw new IOException("the checksum of " + path + " does not fit its contents");
      }
      channel.truncate(file.bytes(rows));
      return file;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private DrawFile(Path path, int width, FileChannel channel) {
    this.path = path;
    this.width = width;
    this.channel = channel;
  }

  private void take(int wanted) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    long end = bytes(wanted);
    for (long at = 0; at < end; ) {
      buffer.clear().limit((int) Math.min(BUFFER, end - at));
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new EOFException(path + " ends after " + at + " of " + end + " bytes");
      }
      checksum.update(buffer.flip());
      at += read;
    }
    rows = wanted;
  }

  private long bytes(int someRows) {
    return (long) someRows * width * Double.BYTES;
  }

  /// Rows written.
  int rows() {
    return rows;
  }

  /// CRC-32C of all rows written.
  long checksum() {
    return checksum.getValue();
  }

  /// Appends rows from an array. After an exception the file counts as many as before.
  void append(double[] block, int offset, int more) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    int end = offset + more * width;
    long at = bytes(rows);
    for (int i = offset; i < end; i += BUFFER / Double.BYTES) {
      fill(buffer, block, i, end);
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
    }
    // A checksum cannot be taken back, so only what is written counts.
    for (int i = offset; i < end; i += BUFFER / Double.BYTES) {
      fill(buffer, block, i, end);
      checksum.update(buffer);
    }
    rows += more;
  }

  private static void fill(ByteBuffer buffer, double[] block, int from, int end) {
    int part = Math.min(BUFFER / Double.BYTES, end - from);
    buffer.clear();
    buffer.asDoubleBuffer().put(block, from, part);
    buffer.limit(part * Double.BYTES);
  }

  /// Reads rows into the beginning of an array.
  void read(int firstRow, int count, double[] target) throws IOException {
    MemorySegment.copy(map(firstRow, count), DOUBLE, 0, target, 0, count * width);
  }

  /// Rows that were written, mapped for as long as anybody holds them.
  MemorySegment map(int firstRow, int count) throws IOException {
    return channel.map(
        FileChannel.MapMode.READ_ONLY, bytes(firstRow), bytes(count), Arena.ofAuto());
  }

  /// Forces everything to the disk.
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
