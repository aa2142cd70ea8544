/// Rows in H2 or PostgreSQL, over the SQL that both share.
package dev.touchline.data;

import com.zaxxer.hikari.HikariDataSource;
import dev.touchline.data.statsbomb.StatsBomb;
import dev.touchline.data.wyscout.Wyscout;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The one implementation of [RowStore].
final class JdbcRowStore implements RowStore {
  private final DatabaseAddress address;
  private final HikariDataSource pool;

  JdbcRowStore(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
  }

  /// Work on one connection.
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /// Runs work in one transaction: all of it or, where it throws, nothing.
  <T> T transaction(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.with(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        try {
          connection.rollback();
        } catch (SQLException again) {
          e.addSuppressed(again);
        }
        throw e;
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private Fault fault(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String where = describe();
    if (state.equals("42501") || state.equals("25006") || e.getErrorCode() == 90096) {
      return new Fault(
          Fault.Kind.DATABASE,
          "The account may not write to the database " + where + ".",
          "Use an account that may insert and update rows.",
          e);
    }
    if (state.startsWith("53") || e.getErrorCode() == 90031) {
      return new Fault(
          Fault.Kind.STORAGE,
          "The database " + where + " could not write its files.",
          "Make room on its disk and run the command again.",
          e);
    }
    return new Fault(
        Fault.Kind.DATABASE,
        "The database " + where + " broke off the work.",
        "Check that it still runs, then run the command again; nothing was half done.",
        e);
  }

  boolean isEmpty() {
    return transaction(connection -> !RowReader.any(connection));
  }

  @Override
  public String describe() {
    return address.describe();
  }

  @Override
  public List<PlayerMatch> rows(RowQuery query) {
    List<PlayerMatch> rows = new ArrayList<>();
    each(query, rows::add);
    return rows;
  }

  private void each(RowQuery query, Consumer<PlayerMatch> consumer) {
    transaction(
        connection -> {
          RowReader.each(connection, query, consumer);
          return true;
        });
  }

  @Override
  public ImportReport importPaths(
      List<Path> paths, ImportOptions options, ImportProgress progress, BooleanSupplier stop) {
    Intake intake = new Intake(List.of(new StatsBomb(), new Wyscout()), options.format());
    return new Importer(this, progress, stop).run(intake.add(paths), options);
  }

  @Override
  public ImportReport loadSample() {
    ImportReport report =
        new Importer(this, ImportProgress.NONE, () -> false)
            .replaceCompetitions(SampleCsv.file(), Set.of(SampleCsv.COMPETITION));
    if (!report.rejected().isEmpty()) {
      throw new Fault(
          Fault.Kind.DEFECT,
          "The program's own sample tournament cannot be loaded: "
              + report.rejected().getFirst().reason(),
          "Install Touchline again.");
    }
    return report;
  }

  @Override
  public long export(RowQuery query, Path file) {
    return CsvExport.write(file, consumer -> each(query, consumer));
  }

  @Override
  public StoreStatus status(boolean withChecks) {
    return transaction(connection -> StatusReader.read(connection, describe(), withChecks));
  }

  @Override
  public void close() {
    pool.close();
  }
}
