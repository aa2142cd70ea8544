/// Space on a disk that is held back, to be given up when the rest of it is full.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of real bytes beside the one that is written. The HDF5 library cannot let go of a file
/// whose last bytes find no room, and takes the process down with it at its end; with this given up
/// they do find some.
final class Ballast implements AutoCloseable {
  /// What the library may hold back of one file: its metadata and small variables.
  static final int BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);

  private final Path written;
  private final Path file;

  private Ballast(Path written, Path file) {
    this.written = written;
    this.file = file;
  }

  /// Takes the space; an exception where there is not even that much.
  ///
  /// @param written the file that is going to be written beside it
  static Ballast beside(Path written) throws IOException {
    Ballast ballast =
        new Ballast(written, written.resolveSibling(written.getFileName() + ".ballast"));
    try (FileChannel channel =
        FileChannel.open(
            ballast.file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(BYTES);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return ballast;
    } catch (IOException e) {
      ballast.close();
      throw e;
    }
  }

  /// Gives up the space, and that of the file beside, which will not be whole any more.
  void drop() {
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    } catch (IOException e) {
      LOG.debug("{} could not be emptied", written, e);
    }
    close();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", file, e.toString());
    }
  }
}
