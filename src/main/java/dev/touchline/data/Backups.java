/// Backups of the embedded database.
package dev.touchline.data;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Zip files in `backups` beside the database, written while it is open: before each change of its
/// schema, and when asked for. The newest [#KEPT] of those that were written by themselves stay.
final class Backups {
  static final int KEPT = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
  private static final String ENDING = ".mv.db";
  private static final String BY_ITSELF = "-before-schema-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path database;

  /// @param database the database's file, without its ending
  Backups(Path database) {
    this.database = database;
  }

  /// The file that says who has the database open.
  static Path owner(Path database) {
    return database.resolveSibling(database.getFileName() + ".owner");
  }

  private Path folder() {
    return database.resolveSibling("backups");
  }

  /// Writes one of the state before a schema.
  Path beforeSchema(Connection connection, String version) throws SQLException {
    Path file = write(connection, BY_ITSELF + version);
    List<Path> old = list().stream().filter(f -> f.toString().contains(BY_ITSELF)).toList();
    for (Path oldest : old.subList(Math.min(KEPT, old.size()), old.size())) {
      try {
        Files.delete(oldest);
      } catch (IOException e) {
        LOG.debug("{} stays", oldest, e);
      }
    }
    return file;
  }

  /// Writes one.
  Path write(Connection connection, String why) throws SQLException {
    Path file = folder().resolve(TIME.format(Instant.now()) + why + ".zip");
    try (Statement statement = connection.createStatement()) {
      Files.createDirectories(folder());
      statement.execute("BACKUP TO " + RowTables.literal(file.toString()));
      return file;
    } catch (SQLException e) {
      deleteHalf(file);
      throw e;
    } catch (IOException e) {
      throw storage("The folder " + folder() + " cannot be made", e);
    }
  }

  private static void deleteHalf(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", file, e.toString());
    }
  }

  /// All of them, newest first.
  List<Path> list() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".zip"))
          .sorted(Comparator.comparing((Path f) -> f.getFileName().toString()).reversed())
          .toList();
    } catch (IOException e) {
      throw storage("The folder " + folder() + " cannot be read", e);
    }
  }

  /// Puts a backup in the database's place; what was there stays beside, with the time in its name.
  ///
  /// @param asked the file, null for the newest
  Path restore(@Nullable Path asked) {
    Path zip = asked != null ? asked : newest();
    Path current = database.resolveSibling(database.getFileName() + ENDING);
    Path fresh = current.resolveSibling(current.getFileName() + ".restoring");
    try {
      requireFree(current);
      Files.createDirectories(Objects.requireNonNull(current.getParent()));
      unpack(zip, fresh);
      if (Files.exists(current)) {
        Files.move(
            current,
            // Not named like the database: H2 would take it for a part of it.
            current.resolveSibling("before-restore-" + TIME.format(Instant.now()) + ENDING));
      }
      Files.move(fresh, current, StandardCopyOption.ATOMIC_MOVE);
      return zip;
    } catch (IOException e) {
      throw storage("The backup " + zip + " cannot be restored", e);
    }
  }

  private Path newest() {
    return list().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Fault(
                    Fault.Kind.DATA,
                    "There is no backup in " + folder() + ".",
                    "Name the file of one: touchline data restore FILE.zip."));
  }

  /// Another program must not have the database open.
  private void requireFree(Path current) throws IOException {
    if (!Files.exists(current)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(current, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw inUse();
      }
    } catch (OverlappingFileLockException e) {
      throw inUse();
    }
  }

  private Fault inUse() {
    return new Fault(
        Fault.Kind.DATABASE,
        "The database " + database + " is in use.",
        "Close the other Touchline, or wait for it (--wait SECONDS).",
        java.util.Map.of(Fault.BUSY, true),
        null);
  }

  /// Takes the one entry that is the database's file, whatever else a zip from elsewhere holds.
  private void unpack(Path zip, Path fresh) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(database.getFileName() + ENDING);
      if (entry == null) {
        throw new Fault(
            Fault.Kind.DATA,
            zip + " is no backup of a database of Touchline's.",
            "Choose a file that touchline data backup wrote.");
      }
      try (InputStream in = file.getInputStream(entry)) {
        Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }

  private static Fault storage(String what, IOException e) {
    return new Fault(
        Fault.Kind.STORAGE,
        what + " (" + e.getMessage() + ").",
        "Check free space and permissions of that folder, then try again.",
        e);
  }
}
