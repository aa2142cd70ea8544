/// One workbench a home.
package dev.touchline.desktop.shell;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A lock on a file of the home, released by the system however the program ends.
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock; a home that is in use is a fault of kind USAGE.
  public static HomeLock take(Path home) {
    Path file = home.resolve("workbench.lock");
    FileChannel channel = null;
    try {
      Files.createDirectories(home);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) != null) {
        return new HomeLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      close(channel);
      throw new Fault(
          Fault.Kind.STORAGE,
          "The home " + home + " cannot be used: " + e.getMessage() + ".",
          "Set TOUCHLINE_HOME to a folder that you may write to.",
          e);
    }
    throw new Fault(
        Fault.Kind.USAGE,
        "The workbench is already open on " + home + ".",
        "Use the window that is open, or open another home: touchline --home DIR.");
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException ignored) {
        // nothing was locked
      }
    }
  }

  /// Whether the home is still ours.
  public boolean held() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    close(channel);
  }
}
