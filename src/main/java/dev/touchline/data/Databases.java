/// Opens row stores.
package dev.touchline.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connects to a database and brings its schema up to date.
public final class Databases {
  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

  /// Three tries: one at once and one after each pause.
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(500), Duration.ofMillis(1500));

  /// The pool's progress is no news to a user; kept here because loggers are held weakly by the
  /// JDK.
  private static final java.util.logging.Logger POOL =
      java.util.logging.Logger.getLogger("com.zaxxer.hikari");

  private static final int CONNECT_SECONDS = 10;
  private static final int POOL_SIZE = 4;

  /// Waits between two tries.
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  private final List<Duration> pauses;
  private final Pause pause;

  /// Opens with the usual pauses.
  public Databases() {
    this(PAUSES, Thread::sleep);
  }

  /// @param pauses how long to wait before each try after the first
  Databases(List<Duration> pauses, Pause pause) {
    this.pauses = List.copyOf(pauses);
    this.pause = pause;
    POOL.setLevel(Level.WARNING);
  }

  /// Connects: three tries with growing pauses, then a fault of kind DATABASE. Migrates the schema.
  /// An embedded database without rows receives the sample tournament. What cannot get better by
  /// waiting (wrong password, unknown database, damaged file) is told at once.
  public RowStore open(DatabaseAddress address) {
    if (address.embedded()) {
      makeFolder(Path.of(address.describe()));
    }
    // Held until the pool has its own: an embedded database whose last connection goes closes,
    // tidies its file and is opened again by the next.
    try (Connection _ = connect(address)) {
      HikariDataSource pool = pool(address);
      try {
        new Schema(address, pool).update();
        JdbcRowStore store = new JdbcRowStore(address, pool);
        if (address.embedded() && store.isEmpty()) {
          store.loadSample();
        }
        return store;
      } catch (RuntimeException | Error e) {
        pool.close();
        throw e;
      }
    } catch (SQLException e) {
      throw ConnectTrouble.of(address, e).fault(1);
    }
  }

  /// Connects once and lets go, with the tries and faults of `open`; changes nothing.
  public void test(DatabaseAddress address) {
    try (Connection connection = connect(address)) {
      connection.getMetaData();
    } catch (SQLException e) {
      throw ConnectTrouble.of(address, e).fault(1);
    }
  }

  private Connection connect(DatabaseAddress address) {
    int tries = pauses.size() + 1;
    for (int attempt = 1; ; attempt++) {
      try {
        return DriverManager.getConnection(address.jdbcUrl(), login(address));
      } catch (SQLException e) {
        ConnectTrouble trouble = ConnectTrouble.of(address, e);
        if (trouble.hopeless() || attempt == tries) {
          throw trouble.fault(attempt);
        }
        LOG.warn(
            "Database {} cannot be reached (try {} of {}); trying again in {} s.",
            address.describe(),
            attempt,
            tries,
            pauses.get(attempt - 1).toMillis() / 1000.0);
      }
      try {
        pause.sleep(pauses.get(attempt - 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Fault(
            Fault.Kind.INTERRUPTED,
            "Connecting to " + address.describe() + " was interrupted.",
            "Start the command again.",
            e);
      }
    }
  }

  private static Properties login(DatabaseAddress address) {
    Properties login = new Properties();
    if (address.user() != null) {
      login.setProperty("user", address.user());
    }
    if (address.password() != null) {
      login.setProperty("password", address.password());
    }
    if (address.postgres() && !address.jdbcUrl().contains("oginTimeout=")) {
      login.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
    }
    return login;
  }

  private static HikariDataSource pool(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rows");
    config.setJdbcUrl(address.jdbcUrl());
    login(address).forEach((name, value) -> config.addDataSourceProperty((String) name, value));
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(Duration.ofSeconds(CONNECT_SECONDS).toMillis());
    return new HikariDataSource(config);
  }

  private static void makeFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The folder " + folder + " for the embedded database cannot be made.",
          "Choose a folder that you may write to with --home or TOUCHLINE_HOME.",
          e);
    }
  }
}
