/// The state of one chain in a file that is whole or not there.
package dev.touchline.trace;

import dev.touchline.mcmc.ChainState;
import dev.touchline.mcmc.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Written beside, forced to the disk and renamed; ends with a checksum.
final class ChainStateFile {
  /// Raised whenever what is written changes; other formats are not read.
  static final int FORMAT_VERSION = 1;

  private static final int MAGIC = 0x544c4353;
  private static final int LONGEST = 1 << 28;

  /// A state with the rows of the draw file that belong to it.
  ///
  /// @param state the chain's state
  /// @param rows draws kept
  /// @param checksum CRC-32C of their bytes
  record Entry(ChainState state, int rows, long checksum) {}

  private ChainStateFile() {}

  static void write(Path file, Entry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(FORMAT_VERSION);
    out.writeInt(entry.rows);
    out.writeLong(entry.checksum);
    write(out, entry.state);
    CRC32C crc = new CRC32C();
    crc.update(bytes.toByteArray());
    out.writeLong(crc.getValue());

    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void write(DataOutputStream out, ChainState state) throws IOException {
    out.writeInt(state.chain());
    out.writeInt(state.done());
    out.writeInt(state.divergences());
    out.writeLong(state.gradients());
    out.writeDouble(state.tuneSeconds());
    out.writeDouble(state.sampleSeconds());
    out.writeInt(state.random().length);
    for (long word : state.random()) {
      out.writeLong(word);
    }
    out.writeDouble(state.lp());
    write(out, state.position());
    write(out, state.gradient());
    out.writeDouble(state.stepSize());
    write(out, state.adaptation());
    write(out, state.metric().centre());
    write(out, state.metric().dense());
    write(out, state.metric().diagonal());
    out.writeInt(state.moments().count());
    write(out, state.moments().drawMean());
    write(out, state.moments().drawSquares());
    write(out, state.moments().gradientMean());
    write(out, state.moments().gradientSquares());
    write(out, state.moments().cross());
  }

  private static void write(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Double.BYTES);
    buffer.asDoubleBuffer().put(numbers);
    out.write(buffer.array());
  }

  static Entry read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - Long.BYTES;
    if (end < 2 * Integer.BYTES || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
      throw new IOException(file + " is no chain's state");
    }
    int format = ByteBuffer.wrap(bytes).getInt(Integer.BYTES);
    if (format != FORMAT_VERSION) {
      throw new IOException(file + " has format " + format + ", not " + FORMAT_VERSION);
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    if (ByteBuffer.wrap(bytes).getLong(end) != crc.getValue()) {
      throw new IOException("the checksum of " + file + " does not fit its contents");
    }
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Arrays.copyOfRange(bytes, 8, end)));
    int rows = in.readInt();
    long checksum = in.readLong();
    return new Entry(state(in), rows, checksum);
  }

  private static ChainState state(DataInputStream in) throws IOException {
    return new ChainState(
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        words(in),
        in.readDouble(),
        numbers(in),
        numbers(in),
        in.readDouble(),
        numbers(in),
        new Metric(numbers(in), numbers(in), numbers(in)),
        new ChainState.Moments(
            in.readInt(), numbers(in), numbers(in), numbers(in), numbers(in), numbers(in)));
  }

  private static long[] words(DataInputStream in) throws IOException {
    long[] words = new long[length(in)];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readLong();
    }
    return words;
  }

  private static double[] numbers(DataInputStream in) throws IOException {
    double[] numbers = new double[length(in)];
    byte[] bytes = new byte[numbers.length * Double.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
    return numbers;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST / Double.BYTES) {
      throw new IOException("a length of " + length);
    }
    return length;
  }
}
