/// Which database to use, read from a URL without ever showing its password.
package dev.touchline.data;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The address of a row store.
///
/// @param jdbcUrl the JDBC URL without user and password
/// @param user the user, or null
/// @param password the password, or null; never printed
/// @param embedded whether it is the embedded database
public record DatabaseAddress(
    String jdbcUrl, @Nullable String user, @Nullable String password, boolean embedded) {

  /// Reads a URL: `jdbc:postgresql://…`, `postgresql://user:secret@host/db`, `jdbc:h2:…`, or null
  /// for the embedded database in `home`. User and password may also stand in the URL's parameters;
  /// where PostgreSQL's are missing, the environment's `PGUSER` and `PGPASSWORD` serve, then the
  /// driver's own password file. Anything else is a fault of kind USAGE.
  public static DatabaseAddress of(@Nullable String url, Path home) {
    return AddressReader.read(url, home, System.getenv());
  }

  static DatabaseAddress of(@Nullable String url, Path home, Map<String, String> environment) {
    return AddressReader.read(url, home, environment);
  }

  /// Whether a PostgreSQL server is behind it.
  public boolean postgres() {
    return jdbcUrl.startsWith("jdbc:postgresql:");
  }

  /// The address for messages: host, port, database; no secret, and no parameters, which may hold
  /// one.
  public String describe() {
    if (embedded) {
      return jdbcUrl.substring("jdbc:h2:file:".length()).replace("\\;", ";");
    }
    int end = jdbcUrl.length();
    for (char stop : new char[] {';', '?'}) {
      int at = jdbcUrl.indexOf(stop);
      if (at >= 0) {
        end = Math.min(end, at);
      }
    }
    return jdbcUrl.substring("jdbc:".length(), end);
  }

  @Override
  public String toString() {
    return describe();
  }
}
