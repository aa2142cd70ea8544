/// Rows in H2 or PostgreSQL, over the SQL that both share.
package dev.touchline.data;

import dev.touchline.data.statsbomb.StatsBomb;
import dev.touchline.data.wyscout.Wyscout;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one implementation of [RowStore].
final class JdbcRowStore implements RowStore {
  private final DatabaseAddress address;
  private final DatabaseSettings settings;
  private final RowTables tables;
  private final Transactions transactions;

  JdbcRowStore(
      DatabaseAddress address,
      DatabaseSettings settings,
      RowTables tables,
      Transactions transactions) {
    this.address = address;
    this.settings = settings;
    this.tables = tables;
    this.transactions = transactions;
  }

  /// Runs work in one transaction: all of it or, where it throws, nothing; again from its beginning
  /// where the server went away.
  <T> T transaction(Transactions.Work<T> work) {
    return transactions.run(work);
  }

  boolean isEmpty() {
    return transactions.read(connection -> !RowReader.any(connection));
  }

  @Override
  public String describe() {
    TableMapping mapping = tables.mapping();
    return address.describe() + (mapping == null ? "" : ", table " + mapping.describe());
  }

  @Override
  public <T> T read(RowQuery query, Supplier<RowTaker<T>> taker) {
    return transactions.read(
        connection -> {
          RowTaker<T> rows = taker.get();
          each(connection, query, rows::take);
          return rows.result();
        });
  }

  private void each(Connection connection, RowQuery query, Consumer<PlayerMatch> consumer)
      throws SQLException {
    RowReader.each(
        connection,
        tables,
        query,
        settings.fetchSize(),
        row -> {
          transactions.heedClose();
          consumer.accept(row);
        });
  }

  /// Refuses to change a table of other people.
  private void requireOwn() {
    TableMapping mapping = tables.mapping();
    if (mapping != null) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The rows lie in the table "
              + mapping.describe()
              + ", which is only read, as the mapping in "
              + DatabaseSettings.FILE
              + " says.",
          "Change the rows where that table is kept, or take the mapping away to use Touchline's own"
              + " tables.");
    }
  }

  @Override
  public ImportReport importPaths(
      List<Path> paths, ImportOptions options, ImportProgress progress, BooleanSupplier stop) {
    requireOwn();
    Intake intake = new Intake(List.of(new StatsBomb(), new Wyscout()), options.format());
    return new Importer(this, progress, stop).run(intake.add(paths), options);
  }

  @Override
  public ImportReport loadSample() {
    requireOwn();
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
    return transactions.read(
        connection ->
            CsvExport.<SQLException>write(file, consumer -> each(connection, query, consumer)));
  }

  @Override
  public StoreStatus status(boolean withChecks) {
    return transactions.read(
        connection -> StatusReader.read(connection, tables, describe(), withChecks));
  }

  @Override
  public void close() {
    transactions.close();
  }
}
