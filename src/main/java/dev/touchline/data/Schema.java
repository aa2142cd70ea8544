/// Brings a database's tables up to date.
package dev.touchline.data;

import dev.touchline.fault.Causes;
import dev.touchline.fault.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.LoggerFactory;

/// The migrations of `db/migration`, applied in order. An account that may only read is served as
/// long as nothing has to be applied.
final class Schema {
  /// Its progress is no news to a user; kept here because loggers are held weakly by the JDK.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Schema.class);

  private static final String HISTORY = "touchline_schema";

  /// Insufficient privilege; a transaction or server that only reads.
  private static final Set<String> NO_RIGHT = Set.of("42501", "25006");

  private final DatabaseAddress address;
  private final DataSource source;

  Schema(DatabaseAddress address, DataSource source) {
    this.address = address;
    this.source = source;
    FLYWAY.setLevel(Level.WARNING);
  }

  void update() {
    // Other people's tables may stand in the same schema, hence the baseline and our own name for
    // the history.
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:db/migration")
            .table(HISTORY)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .loggers("slf4j")
            .load();
    try {
      MigrationInfoService info = flyway.info();
      for (MigrationInfo applied : info.applied()) {
        if (applied.getState() == MigrationState.FUTURE_SUCCESS
            || applied.getState() == MigrationState.FUTURE_FAILED) {
          throw new Fault(
              Fault.Kind.DATABASE,
              "The database "
                  + address.describe()
                  + " has schema version "
                  + applied.getVersion()
                  + ", which is newer than this program knows.",
              "Use the newer Touchline that made it, or another database.");
        }
      }
      if (info.pending().length > 0) {
        backUp(info);
        flyway.migrate();
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(
              address.describe(),
              address.embedded(),
              address.user(),
              DatabaseSettings.DEFAULT,
              null)
          .fault(e, false, 1);
    } catch (FlywayException e) {
      Fault damage = address.embedded() ? FileDamage.of(e, address.describe(), true) : null;
      throw damage != null ? damage : refused(e);
    }
  }

  /// An embedded database with rows of an older program is kept as it was.
  private void backUp(MigrationInfoService info) throws SQLException {
    if (!address.embedded() || info.current() == null) {
      return;
    }
    String next = String.valueOf(info.pending()[0].getVersion());
    try (Connection connection = source.getConnection()) {
      Path file = new Backups(Path.of(address.describe())).beforeSchema(connection, next);
      LOG.info(
          "The database is brought to schema {}; as it was it lies in {} (touchline data restore)",
          next,
          file);
    }
  }

  private Fault refused(FlywayException e) {
    boolean rights =
        Causes.of(e).stream()
            .anyMatch(
                cause ->
                    cause instanceof SQLException sql && NO_RIGHT.contains("" + sql.getSQLState()));
    String who = address.user() == null ? "this account" : "the account \"" + address.user() + "\"";
    return new Fault(
        Fault.Kind.DATABASE,
        rights
            ? "The database "
                + address.describe()
                + " has no tables of Touchline's that are up to date, and "
                + who
                + " may not make them or not read them."
            : "The tables in the database " + address.describe() + " cannot be set up.",
        "Let an account that may create tables open it once with data status, and grant this one"
            + " what docs/postgresql.md names.",
        e);
  }
}
