/// Which database to use, read from a URL without ever showing its password.
package dev.touchline.data;

import java.nio.file.Path;
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
  /// for the embedded database in `home`.
  public static DatabaseAddress of(@Nullable String url, Path home) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// The address for messages: host, port, database; no secret.
  public String describe() {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public String toString() {
    return describe();
  }
}
