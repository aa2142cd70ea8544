/// Asks the embedded database why it ended by itself.
package dev.touchline.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that writes in the background, or another connection, meets the reason: memory that ran
/// out, a disk that is full, a file that is damaged. Statements are then told no more than that the
/// database is closed. The database keeps the reason, and so this keeps the database.
final class EmbeddedEnd {
  /// Where no database can be asked.
  static final EmbeddedEnd UNKNOWN = new EmbeddedEnd(null);

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEnd.class);

  /// H2's codes (org.h2.api.ErrorCode) of an object or a database that is closed.
  private static final Set<Integer> CLOSED = Set.of(90007, 90028, 90067, 90098, 90121);

  private final @Nullable Database database;

  private EmbeddedEnd(@Nullable Database database) {
    this.database = database;
  }

  /// The database behind a connection.
  static EmbeddedEnd of(Connection connection) {
    try {
      if (connection.isWrapperFor(JdbcConnection.class)
          && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
        return new EmbeddedEnd(session.getDatabase());
      }
    } catch (SQLException e) {
      LOG.debug("the embedded database cannot be asked", e);
    }
    return UNKNOWN;
  }

  /// The failure with its reason among its causes, where there is one that it does not name.
  SQLException explained(SQLException e) {
    Throwable reason = e.getCause() == null ? e.getNextException() : null;
    if (reason == null && CLOSED.contains(e.getErrorCode())) {
      reason = reason();
    }
    if (reason == null) {
      return e;
    }
    SQLException told = new SQLException(e.getMessage(), e.getSQLState(), e.getErrorCode(), reason);
    told.addSuppressed(e);
    return told;
  }

  private @Nullable Throwable reason() {
    if (database == null) {
      return null;
    }
    Throwable background = database.getBackgroundException();
    if (background != null) {
      return background;
    }
    Throwable panic = database.getStore().getMvStore().getPanicException();
    LOG.debug("the embedded database ended", panic);
    return panic;
  }
}
