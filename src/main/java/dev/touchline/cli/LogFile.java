/// The log file of a home: always `touchline.log`, older ones numbered beside it.
package dev.touchline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/// Appends a record in one write, so that several programs can share the file. The JDK's own
/// handler gives each of them a file with another name. A file grown large becomes
/// `touchline.1.log`, that one `touchline.2.log`, and so on; the oldest goes.
final class LogFile extends Handler {
  static final String NAME = "touchline.log";
  static final long LARGE = 5_000_000;
  static final int OLD_FILES = 4;

  private final Path folder;
  private final Path current;
  private final long large;
  private final PrintStream complaints;
  private @Nullable FileChannel channel;
  private boolean complained;

  /// Opens the file in a folder; trouble after that is said once to `complaints`.
  ///
  /// @param large bytes after which a new file is begun
  LogFile(Path folder, Formatter formatter, PrintStream complaints, long large) throws IOException {
    this.folder = folder;
    this.complaints = complaints;
    this.large = large;
    current = folder.resolve(NAME);
    setFormatter(formatter);
    channel = open();
  }

  private FileChannel open() throws IOException {
    if (Files.exists(current) && Files.size(current) > large) {
      try {
        makeRoom();
      } catch (IOException e) {
        // Rather one large file than none, such as where another program holds it open.
        complain("cannot be renamed", e);
      }
    }
    return FileChannel.open(current, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void makeRoom() throws IOException {
    for (int i = OLD_FILES; i > 0; i--) {
      Path from = i == 1 ? current : old(i - 1);
      if (Files.exists(from)) {
        Files.move(from, old(i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void complain(String what, IOException e) {
    if (!complained) {
      complained = true;
      complaints.println("The log file " + current + " " + what + ": " + e.getMessage());
    }
  }

  private Path old(int number) {
    return folder.resolve("touchline." + number + ".log");
  }

  @Override
  public synchronized void publish(LogRecord record) {
    if (!isLoggable(record) || channel == null) {
      return;
    }
    try {
      if (channel.size() > large && !complained) {
        channel.close();
        channel = open();
      }
      ByteBuffer line =
          ByteBuffer.wrap(getFormatter().format(record).getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException e) {
      complain("cannot be written", e);
    }
  }

  /// Nothing waits to be written.
  @Override
  public void flush() {}

  @Override
  public synchronized void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        complain("cannot be closed", e);
      }
    }
  }
}
