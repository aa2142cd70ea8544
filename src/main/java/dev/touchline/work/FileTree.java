/// Small file operations that must not half-happen.
package dev.touchline.work;

import dev.touchline.fault.Causes;
import dev.touchline.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class FileTree {
  private static final Logger LOG = LoggerFactory.getLogger(FileTree.class);

  /// How often a folder is walked that others change meanwhile.
  private static final int TRIES = 10;

  private FileTree() {}

  /// Writes a text file beside the target, forces it to the disk and renames it: the file is there
  /// whole, or as it was before.
  static void writeAtomically(Path file, String text) {
    Path part =
        file.resolveSibling("." + file.getFileName() + ".part-" + ProcessHandle.current().pid());
    try {
      Files.writeString(part, text, StandardCharsets.UTF_8);
      force(part);
      move(part, file);
    } catch (IOException e) {
      remove(part);
      throw storage("The file " + file + " cannot be written", e);
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.debug("{} stays", part, e);
    }
  }

  /// Forces every file of a folder to the disk, then makes it appear under its name at once.
  static void publish(Path folder, Path target) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        force(file);
      }
      Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw storage("The version cannot be saved as " + target, e);
    }
  }

  /// Deletes a folder with all that is in it; a folder that is not there is fine. Another program
  /// may be deleting the same one: what went away meanwhile is as it should be.
  static void delete(Path folder) {
    for (int tries = 1; Files.exists(folder); tries++) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        boolean gone = Causes.of(e).stream().anyMatch(NoSuchFileException.class::isInstance);
        if (!gone || tries == TRIES) {
          throw storage("The folder " + folder + " cannot be deleted", e);
        }
      }
    }
  }

  /// Bytes of all files in a folder; 0 where it cannot be read.
  static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  /// Folders directly below a folder, hidden ones left out.
  static List<Path> folders(Path parent) {
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .filter(Files::isDirectory)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw storage("The folder " + parent + " cannot be read", e);
    }
  }

  static Fault storage(String what, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new Fault(
        Fault.Kind.STORAGE,
        what + " (" + reason + ").",
        "Check free space and permissions of that folder, then try again.",
        e);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
