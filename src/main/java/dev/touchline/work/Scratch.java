/// A folder in which a version is put together before it appears under its name.
package dev.touchline.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A hidden folder `.VERSION.part-…` and, beside it, a file that the system keeps locked as long as
/// the program that fills it lives. One whose file is not locked was left by a program that died.
final class Scratch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
  private static final Pattern NAME = Pattern.compile("\\.(.+)\\.part-\\d+-\\d+");
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  private Scratch(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// An empty folder for a version.
  ///
  /// @param parent where the version will stand
  static Scratch make(Path parent, String version) {
    Path folder =
        parent.resolve(
            "." + version + ".part-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    FileChannel lock = null;
    try {
      lock =
          FileChannel.open(lockOf(folder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
      // Not a temporary directory of the system's kind: those are closed to other users for good.
      Files.createDirectory(folder);
      return new Scratch(folder, lock);
    } catch (IOException e) {
      release(folder, lock);
      throw FileTree.storage("No folder can be made in " + parent, e);
    }
  }

  private static Path lockOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + LOCK);
  }

  /// Where the version's files are written.
  Path folder() {
    return folder;
  }

  /// Adds the checksums and makes the version appear at once.
  void publish(Path target) {
    Checksums.write(folder);
    FileTree.publish(folder, target);
  }

  /// The version that a folder of this kind was for.
  static Optional<String> version(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /// Whether a folder of this kind is filled by nobody any more.
  static boolean abandoned(Path folder) {
    Path file = lockOf(folder);
    if (!Files.exists(file)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this very program
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", file, e);
      return false;
    }
  }

  /// Takes away the lock file of a folder that was abandoned.
  static void forget(Path folder) throws IOException {
    Files.deleteIfExists(lockOf(folder));
  }

  /// Deletes what was not published.
  @Override
  public void close() {
    try {
      FileTree.delete(folder);
    } finally {
      release(folder, lock);
    }
  }

  private static void release(Path folder, @Nullable FileChannel lock) {
    try {
      Files.deleteIfExists(lockOf(folder));
    } catch (IOException e) {
      LOG.debug("the lock of {} stays", folder, e);
    }
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      LOG.debug("the lock of {} is not closed", folder, e);
    }
  }
}
