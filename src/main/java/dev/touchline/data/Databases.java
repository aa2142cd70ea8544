/// Opens row stores.
package dev.touchline.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.touchline.fault.Fault;
import dev.touchline.fault.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
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

  /// Added to the server's own time-out, so that it is the server that tells.
  private static final int GRACE_SECONDS = 60;

  /// Waits between two tries.
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  private final DatabaseSettings settings;
  private final Supplier<PlayerMerges> merges;
  private final List<Duration> pauses;
  private final Duration patience;
  private final Pause pause;

  /// Opens with the usual settings and pauses.
  public Databases() {
    this(DatabaseSettings.DEFAULT);
  }

  /// Opens with the usual pauses.
  public Databases(DatabaseSettings settings) {
    this(settings, () -> PlayerMerges.NONE);
  }

  /// Opens with the usual pauses.
  ///
  /// @param merges players that are one; asked before each reading
  public Databases(DatabaseSettings settings, Supplier<PlayerMerges> merges) {
    this(settings, merges, PAUSES, Duration.ofSeconds(CONNECT_SECONDS), Thread::sleep);
  }

  /// @param pauses how long to wait before each try after the first
  /// @param patience how long a try may wait for a connection once the store is open
  Databases(
      DatabaseSettings settings,
      Supplier<PlayerMerges> merges,
      List<Duration> pauses,
      Duration patience,
      Pause pause) {
    this.settings = settings;
    this.merges = merges;
    this.pauses = List.copyOf(pauses);
    this.patience = patience;
    this.pause = pause;
    // What goes wrong in the pool is told as a fault.
    POOL.setLevel(Level.OFF);
  }

  /// Connects: three tries with growing pauses, then a fault of kind DATABASE. Migrates the schema
  /// where that is needed; a mapped table is only looked at. An embedded database without rows
  /// receives the sample tournament. What cannot get better by waiting (wrong password, unknown
  /// database, damaged file) is told at once.
  public RowStore open(DatabaseAddress address) {
    if (address.embedded()) {
      Path database = Path.of(address.describe());
      makeFolder(database);
      FileDamage.refuseEmpty(database);
    }
    // Held until the pool has its own: an embedded database whose last connection goes closes,
    // tidies its file and is opened again by the next.
    try (Connection held = connect(address)) {
      TableMapping mapping = settings.mapping(address);
      RowTables tables = mapping == null ? RowTables.own() : RowTables.of(mapping);
      if (mapping != null) {
        look(held, address, tables);
      }
      HikariDataSource pool = pool(address);
      try {
        if (mapping == null) {
          new Schema(address, pool).update();
        }
        JdbcRowStore store =
            new JdbcRowStore(
                address,
                settings,
                tables,
                merges,
                new Transactions(
                    address, pool, EmbeddedEnd.of(held), trouble(address), pauses, pause));
        if (address.embedded()) {
          nameOwner(Path.of(address.describe()));
          if (store.isEmpty()) {
            store.loadSample();
          }
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

  /// For others who want the database; a home that may only be read names nobody.
  private static void nameOwner(Path database) {
    try {
      Files.writeString(Backups.owner(database), Owner.line());
    } catch (IOException e) {
      LOG.debug("the owner of {} is not named", database, e);
    }
  }

  /// Writes a backup of the embedded database; the answer is its file.
  public Path backup(DatabaseAddress address) {
    requireEmbedded(address);
    try (Connection connection = connect(address)) {
      return new Backups(Path.of(address.describe())).write(connection, "");
    } catch (SQLException e) {
      throw trouble(address).fault(e, false, 1);
    }
  }

  /// Puts a backup in the place of the embedded database, which stays beside it under another name.
  ///
  /// @param backup the file, null for the newest
  /// @return the backup that was taken
  public Path restore(DatabaseAddress address, @Nullable Path backup) {
    requireEmbedded(address);
    return new Backups(Path.of(address.describe())).restore(backup);
  }

  private static void requireEmbedded(DatabaseAddress address) {
    if (!address.embedded()) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The database " + address.describe() + " is not the embedded one.",
          "Back it up with its own means, such as pg_dump.");
    }
  }

  /// Connects once and lets go, with the tries and faults of `open`; changes nothing.
  public void test(DatabaseAddress address) {
    try (Connection connection = connect(address)) {
      TableMapping mapping = settings.mapping(address);
      if (mapping != null) {
        look(connection, address, RowTables.of(mapping));
      }
    } catch (SQLException e) {
      throw ConnectTrouble.of(address, e).fault(1);
    }
  }

  private DatabaseTrouble trouble(DatabaseAddress address) {
    return new DatabaseTrouble(
        address.describe(),
        address.embedded(),
        address.user(),
        settings,
        settings.mapping(address));
  }

  /// Whether the mapped table is there with all of its columns; reads no row of it.
  private void look(Connection connection, DatabaseAddress address, RowTables tables) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(tables.select() + " AND FALSE")) {
      result.next();
    } catch (SQLException e) {
      throw trouble(address).fault(e, true, 1);
    }
  }

  private Connection connect(DatabaseAddress address) {
    int tries = pauses.size() + 1;
    for (int attempt = 1; ; attempt++) {
      try {
        return checked(DriverManager.getConnection(url(address), login(address)), address);
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
      rest(pause, pauses.get(attempt - 1), address);
    }
  }

  /// The connection, unless its database is one that this program must not write to.
  private static Connection checked(Connection connection, DatabaseAddress address)
      throws SQLException {
    if (address.embedded()) {
      try {
        EmbeddedVersion.refuseNewer(connection, address.describe());
      } catch (SQLException | Fault e) {
        try (connection) {
          throw e;
        }
      }
    }
    return connection;
  }

  /// Waits before another try; an interrupt is a fault.
  static void rest(Pause pause, Duration time, DatabaseAddress address) {
    try {
      pause.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(
          Fault.Kind.INTERRUPTED,
          "Connecting to " + address.describe() + " was interrupted.",
          "Start the command again.",
          e);
    }
  }

  /// The embedded database would close itself at the end of the process, beside work that is just
  /// being stopped; here the store closes it.
  private static String url(DatabaseAddress address) {
    return address.jdbcUrl() + (address.embedded() ? ";DB_CLOSE_ON_EXIT=FALSE" : "");
  }

  private Properties login(DatabaseAddress address) {
    Properties login = new Properties();
    if (address.user() != null) {
      login.setProperty("user", address.user());
    }
    if (address.password() != null) {
      login.setProperty("password", address.password());
    }
    if (address.postgres()) {
      usual(address, "loginTimeout", CONNECT_SECONDS, login);
      // A server that vanishes without a word would be waited for without end.
      usual(address, "tcpKeepAlive", true, login);
      long patience = settings.statementTimeout().toSeconds();
      if (patience > 0) {
        usual(address, "socketTimeout", patience + GRACE_SECONDS, login);
      }
    }
    return login;
  }

  private static void usual(
      DatabaseAddress address, String parameter, Object value, Properties login) {
    if (!address.jdbcUrl().contains(parameter + "=")) {
      login.setProperty(parameter, value.toString());
    }
  }

  private HikariDataSource pool(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rows");
    config.setJdbcUrl(url(address));
    login(address).forEach((name, value) -> config.addDataSourceProperty((String) name, value));
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(patience.toMillis());
    if (address.postgres()) {
      config.setConnectionInitSql(
          "SET statement_timeout = " + settings.statementTimeout().toMillis());
    }
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
