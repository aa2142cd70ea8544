/// Rows in H2 or PostgreSQL, over the SQL that both share.
package dev.touchline.data;

import dev.touchline.data.statsbomb.StatsBomb;
import dev.touchline.data.wyscout.Wyscout;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one implementation of [RowStore].
final class JdbcRowStore implements RowStore {
  private final DatabaseAddress address;
  private final DatabaseSettings settings;
  private final RowTables tables;
  private final Supplier<PlayerMerges> merges;
  private final Transactions transactions;

  /// @param merges asked before each reading
  JdbcRowStore(
      DatabaseAddress address,
      DatabaseSettings settings,
      RowTables tables,
      Supplier<PlayerMerges> merges,
      Transactions transactions) {
    this.address = address;
    this.settings = settings;
    this.tables = tables;
    this.merges = merges;
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
    RowTables merged = merged();
    return transactions.read(
        connection -> {
          RowTaker<T> rows = taker.get();
          each(connection, merged, query, rows::take);
          return rows.result();
        });
  }

  private RowTables merged() {
    return tables.with(merges.get());
  }

  private void each(
      Connection connection, RowTables from, RowQuery query, Consumer<PlayerMatch> consumer)
      throws SQLException {
    RowReader.each(
        connection,
        from,
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
            CsvExport.<SQLException>write(
                file, consumer -> each(connection, tables, query, consumer)));
  }

  @Override
  public long exportFeatures(RowQuery query, Path file) {
    RowTables merged = merged();
    RowQuery earlier = new RowQuery(null, query.to(), query.competitions());
    return transactions.read(
        connection ->
            FeatureCsv.<SQLException>write(
                file, query, consumer -> each(connection, merged, earlier, consumer)));
  }

  @Override
  public List<PlayerSummary> players() {
    RowTables merged = merged();
    return transactions.read(connection -> PlayerReader.players(connection, merged));
  }

  @Override
  public List<MergeProposal> mergeProposals() {
    RowTables merged = merged();
    return transactions.read(connection -> proposals(connection, merged));
  }

  private static List<MergeProposal> proposals(Connection connection, RowTables merged)
      throws SQLException {
    List<MergeProposal> candidates =
        new MergeSearch(PlayerReader.players(connection, merged)).candidates();
    Set<Long> concerned = new LinkedHashSet<>();
    for (MergeProposal one : candidates) {
      concerned.add(one.player().id());
      concerned.add(one.into().id());
    }
    Map<Long, Set<Long>> matches = PlayerReader.matches(connection, merged, concerned);
    return candidates.stream()
        .filter(
            one ->
                Collections.disjoint(
                    matches.getOrDefault(one.player().id(), Set.of()),
                    matches.getOrDefault(one.into().id(), Set.of())))
        .toList();
  }

  @Override
  public long matchesTogether(long player, long other) {
    RowTables merged = merged();
    return transactions.read(
        connection -> {
          Map<Long, Set<Long>> matches =
              PlayerReader.matches(connection, merged, List.of(player, other));
          Set<Long> both = new HashSet<>(matches.getOrDefault(player, Set.of()));
          both.retainAll(matches.getOrDefault(other, Set.of()));
          return (long) both.size();
        });
  }

  @Override
  public StoreStatus status(boolean withChecks) {
    RowTables merged = merged();
    return transactions.read(
        connection -> StatusReader.read(connection, merged, describe(), withChecks));
  }

  @Override
  public void close() {
    transactions.close();
  }
}
