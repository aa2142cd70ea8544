/// Tells whether the file of the embedded database is damaged.
package dev.touchline.data;

import dev.touchline.fault.Causes;
import dev.touchline.fault.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database finds damage where it first reads it, perhaps long after it was opened, and reports
/// it in many ways: pages that cannot be read, rows that an index names and that are not there,
/// values of another type. Nobody but Touchline writes the file, so while rows are read these mean
/// damage and nothing else.
final class FileDamage {
  /// H2's codes (org.h2.api.ErrorCode): a corrupted file, another format, a row that an index
  /// names.
  private static final Set<Integer> CODES = Set.of(90030, 90048, 90143);

  private static final Set<Integer> STORE_CODES =
      Set.of(
          DataUtils.ERROR_READING_FAILED,
          DataUtils.ERROR_INTERNAL,
          DataUtils.ERROR_UNSUPPORTED_FORMAT,
          DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_SERIALIZATION,
          DataUtils.ERROR_CHUNK_NOT_FOUND,
          DataUtils.ERROR_BLOCK_NOT_FOUND,
          DataUtils.ERROR_TRANSACTION_CORRUPT,
          DataUtils.ERROR_UNKNOWN_DATA_TYPE);

  private static final Logger LOG = LoggerFactory.getLogger(FileDamage.class);

  private FileDamage() {}

  /// The fault, or null where damage is not the reason.
  ///
  /// @param where the path of the database's file, without its ending
  /// @param reading whether nothing was to be written, so that values cannot be at fault
  static @Nullable Fault of(Throwable thrown, String where, boolean reading) {
    boolean damaged = Causes.of(thrown).stream().anyMatch(cause -> damage(cause, reading));
    return damaged ? fault(where, thrown) : null;
  }

  /// A file without a byte is a new database to H2, which would be filled with the sample: refused
  /// where a program has had it open before.
  ///
  /// @param database the database's file, without its ending
  static void refuseEmpty(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".mv.db");
    try {
      if (Files.exists(file) && Files.size(file) == 0 && Files.exists(Backups.owner(database))) {
        throw fault(database.toString(), new EOFException(file + " is empty"));
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", file, e);
    }
  }

  /// The fault of a file that is damaged or of another version.
  static Fault fault(String where, Throwable cause) {
    return new Fault(
        Fault.Kind.STORAGE,
        "The database file " + where + ".mv.db is damaged or of another version.",
        "Restore a backup with touchline data restore, or move the file away and import the"
            + " rows again.",
        cause);
  }

  private static boolean damage(Throwable cause, boolean reading) {
    if (cause instanceof MVStoreException store) {
      return STORE_CODES.contains(store.getErrorCode());
    }
    if (cause instanceof SQLException sql) {
      String state = sql.getSQLState() == null ? "" : sql.getSQLState();
      // Tables that are not there, values that are of no type: this program made both.
      return CODES.contains(sql.getErrorCode())
          || reading && (state.startsWith("42") || state.startsWith("22"));
    }
    return false;
  }
}
