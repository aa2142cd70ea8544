/// Runs work on the database: whole or not at all, and again where the server went away.
package dev.touchline.data;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchline.fault.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One pool of connections and the work that is under way on it. Safe for many threads.
final class Transactions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  /// How long closing waits for work that it has told to end.
  private static final long PATIENCE_MILLIS = 5_000;

  /// Work on one connection. It may be run again from its beginning: all that it does besides the
  /// database must then begin anew as well.
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final EmbeddedEnd end;
  private final DatabaseTrouble trouble;
  private final List<Duration> pauses;
  private final Databases.Pause pause;
  private final Set<Connection> active = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param end why an embedded database ended
  /// @param pauses how long to wait before each further try
  Transactions(
      DatabaseAddress address,
      HikariDataSource pool,
      EmbeddedEnd end,
      DatabaseTrouble trouble,
      List<Duration> pauses,
      Databases.Pause pause) {
    this.address = address;
    this.pool = pool;
    this.end = end;
    this.trouble = trouble;
    this.pauses = pauses;
    this.pause = pause;
  }

  /// Runs work in one transaction: all of it or, where it throws, nothing. Where the server is gone
  /// the work is run again, a few times.
  <T> T run(Work<T> work) {
    return run(work, false);
  }

  /// The same for work that only reads.
  <T> T read(Work<T> work) {
    return run(work, true);
  }

  private <T> T run(Work<T> work, boolean reading) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work, reading);
      } catch (SQLException e) {
        heedClose();
        if (!lost(e) || attempt > pauses.size()) {
          throw trouble.fault(end.explained(e), reading, attempt);
        }
        LOG.warn(
            "The database {} went away in the middle of the work (try {} of {}); trying again.",
            address.describe(),
            attempt,
            pauses.size() + 1);
        LOG.debug("lost", e);
      } catch (RuntimeException e) {
        heedClose();
        throw e;
      }
      Databases.rest(pause, pauses.get(attempt - 1), address);
    }
  }

  private <T> T once(Work<T> work, boolean reading) throws SQLException {
    heedClose();
    try (Connection connection = pool.getConnection()) {
      active.add(connection);
      try {
        connection.setAutoCommit(false);
        connection.setReadOnly(reading);
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        try {
          connection.rollback();
        } catch (SQLException | RuntimeException again) {
          e.addSuppressed(again);
        }
        throw e;
      } finally {
        active.remove(connection);
      }
    }
  }

  /// Whether the connection broke, or none was to be had, so that a new one may serve.
  private static boolean lost(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.equals("57P01")
        || state.equals("57P02")
        || state.equals("57P03");
  }

  /// Ends work once the store is closed.
  void heedClose() {
    if (closed) {
      throw new Fault(
          Fault.Kind.INTERRUPTED,
          "The database " + address.describe() + " was closed before the work was done.",
          "Do it again; nothing was half done.");
    }
  }

  /// Tells the work under way to end, waits a little for it, and closes the pool.
  @Override
  public void close() {
    closed = true;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!active.isEmpty() && System.nanoTime() < end) {
      active.forEach(Transactions::cancel);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    pool.close();
  }

  /// Rows that are being fetched are heeded between two rows; this is for a long statement.
  private static void cancel(Connection connection) {
    try {
      if (connection.isWrapperFor(PGConnection.class)) {
        connection.unwrap(PGConnection.class).cancelQuery();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debug("cancel", e);
    }
  }
}
