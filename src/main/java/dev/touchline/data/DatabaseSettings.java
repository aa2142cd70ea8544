/// What the home's `database.json` says about databases other than the embedded one.
package dev.touchline.data;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How rows are read, and from which table where it is not Touchline's own.
///
/// @param statementTimeout longest time that the server may take for one statement; zero: no bound.
///   PostgreSQL only
/// @param fetchSize rows that are fetched at once
/// @param mapping another table that holds the rows, or null for Touchline's own tables. The
///   embedded database always has its own
public record DatabaseSettings(
    Duration statementTimeout, int fetchSize, @Nullable TableMapping mapping) {
  /// The file in the home.
  public static final String FILE = "database.json";

  /// What holds without a file.
  public static final DatabaseSettings DEFAULT =
      new DatabaseSettings(Duration.ofMinutes(5), 5_000, null);

  /// Reads the settings of a home; without a file the default. A file that is no JSON or says what
  /// means nothing is a fault of kind USAGE that names it.
  public static DatabaseSettings read(Path home) {
    return SettingsFile.read(home.resolve(FILE));
  }

  /// The mapping that holds for an address, or null.
  @Nullable TableMapping mapping(DatabaseAddress address) {
    return address.embedded() ? null : mapping;
  }
}
