/// Keeps programs from changing at once which versions there are and which one is served.
package dev.touchline.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Without it one program could delete a version between the moment that another looks whether it
/// is there and the moment that it is served. Held for single renames, so others wait for it.
final class StoreLock {
  private static final Logger LOG = LoggerFactory.getLogger(StoreLock.class);
  private static final int TRIES = 500;
  private static final long PAUSE_MILLIS = 10;

  private final Path file;
  private final ReentrantLock within = new ReentrantLock();

  /// @param file what the system locks
  StoreLock(Path file) {
    this.file = file;
  }

  /// Does something while nobody else does. Where files cannot be locked, or somebody keeps the
  /// lock for seconds, it is done without: a disk that is full must not keep versions from being
  /// deleted.
  <T> T hold(Supplier<T> work) {
    within.lock();
    try (FileChannel channel = channel()) {
      LOG.trace("locked by {}", channel);
      return work.get();
    } catch (IOException e) {
      throw FileTree.storage("The lock " + file + " cannot be released", e);
    } finally {
      within.unlock();
    }
  }

  void hold(Runnable work) {
    hold(
        () -> {
          work.run();
          return true;
        });
  }

  private @Nullable FileChannel channel() {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      for (int tries = 1; tries <= TRIES; tries++) {
        if (taken(channel)) {
          return channel;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      LOG.debug("{} is held by somebody", file);
    } catch (IOException e) {
      LOG.debug("{} cannot be locked", file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return channel;
  }

  private static boolean taken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another store of this very program
    }
  }
}
