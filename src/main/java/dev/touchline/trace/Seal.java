/// A checksum at the end of a trace file that tells whether any byte of it has changed.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// One line of text after the file's own end, which HDF5 and netCDF readers do not look at:
/// `TOUCHLINE CRC32C 1a2b3c4d OF 00000000001f4a20 BYTES`. Files of others have none and are read
/// without this check.
final class Seal {
  private static final Pattern LINE =
      Pattern.compile("\nTOUCHLINE CRC32C ([0-9a-f]{8}) OF ([0-9a-f]{16}) BYTES\n");
  private static final int LENGTH = line(0, 0).length;
  private static final int BUFFER = 1 << 18;

  private Seal() {}

  /// Appends the seal, which it returns, and forces everything to the disk.
  static String put(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long length = channel.size();
      byte[] seal = line(checksum(channel, length), length);
      ByteBuffer line = ByteBuffer.wrap(seal);
      channel.position(length);
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
      return new String(seal, StandardCharsets.US_ASCII).strip();
    }
  }

  /// The seal, empty where the file has none; throws where the file does not match it.
  static Optional<String> check(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size() - LENGTH;
      if (length < 0) {
        return Optional.empty();
      }
      ByteBuffer end = ByteBuffer.allocate(LENGTH);
      while (end.hasRemaining() && channel.read(end, length + end.position()) >= 0) {
        // Reads on.
      }
      Matcher seal = LINE.matcher(new String(end.array(), StandardCharsets.ISO_8859_1));
      if (!seal.matches()) {
        return Optional.empty();
      }
      if (Long.parseLong(seal.group(2), 16) != length
          || Long.parseLong(seal.group(1), 16) != checksum(channel, length)) {
        throw new IOException("the checksum at its end does not fit its contents");
      }
      return Optional.of(seal.group().strip());
    }
  }

  private static long checksum(FileChannel channel, long length) throws IOException {
    CRC32C crc = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    for (long at = 0; at < length; ) {
      buffer.clear().limit((int) Math.min(BUFFER, length - at));
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new IOException("it ends before byte " + length);
      }
      crc.update(buffer.flip());
      at += read;
    }
    return crc.getValue();
  }

  private static byte[] line(long crc, long length) {
    return String.format(Locale.ROOT, "\nTOUCHLINE CRC32C %08x OF %016x BYTES\n", crc, length)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
