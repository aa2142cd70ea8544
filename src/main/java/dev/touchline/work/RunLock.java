/// Keeps two programs from writing one run's checkpoint.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.fault.Owner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A lock of the operating system on the file `lock` of a folder, gone with its program however
/// that ends. The file says who holds it and since when.
final class RunLock implements AutoCloseable {
  private static final String NAME = "lock";
  private static final int TRIES = 5;
  private static final long PAUSE_MILLIS = 20;

  private final Path folder;
  private final FileChannel channel;
  private final Runnable released;

  private RunLock(Path folder, FileChannel channel, Runnable released) {
    this.folder = folder;
    this.channel = channel;
    this.released = released;
  }

  /// Takes the lock of a folder; a fault where somebody has it. `released` is told when it is given
  /// back.
  ///
  /// @param work what is done to the folder, as the beginning of a sentence, such as "Version v1 is
  ///   being trained"
  static RunLock take(Path folder, String work, Runnable released) {
    try {
      FileChannel channel = null;
      for (int tries = 1; channel == null && tries <= TRIES; tries++) {
        if (tries > 1) {
          Thread.sleep(PAUSE_MILLIS);
        }
        channel = locked(folder);
      }
      if (channel == null) {
        String owner = Owner.read(folder.resolve(NAME));
        throw new Fault(
            Fault.Kind.USAGE,
            work + " by " + (owner.isEmpty() ? "another program" : owner) + ".",
            "Wait until it has ended (--wait SECONDS does so), or choose another name.",
            Map.of(
                "version", String.valueOf(folder.getFileName()), "owner", owner, Fault.BUSY, true),
            null);
      }
      channel.truncate(0).write(ByteBuffer.wrap(Owner.line().getBytes(StandardCharsets.UTF_8)));
      return new RunLock(folder, channel, released);
    } catch (IOException e) {
      throw FileTree.storage("The folder " + folder + " cannot be locked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FileTree.storage("The folder " + folder + " was not locked", e);
    }
  }

  /// The locked file, or null where somebody has it. A program that ends its work deletes the
  /// folder, and one that looks at the lock holds it for a moment: both are over at the next try.
  private static @Nullable FileChannel locked(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    Files.createDirectories(folder);
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return null;
    }
    if (lock(channel) != null && Files.exists(file)) {
      return channel;
    }
    channel.close();
    return null;
  }

  /// Whether somebody holds the lock of a folder.
  static boolean held(Path folder) {
    try (FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return lock(channel) == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// Deletes everything in the folder but the lock.
  void clear() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.endsWith(NAME)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() {
    released.run();
    try {
      channel.close();
    } catch (IOException e) {
      throw FileTree.storage("The lock of " + folder + " cannot be released", e);
    }
  }
}
