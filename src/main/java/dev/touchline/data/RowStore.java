/// Where player-match rows are kept.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A store of player-match rows: the embedded database or PostgreSQL.
public interface RowStore extends AutoCloseable {
  /// Where the rows lie, without secrets.
  String describe();

  /// Rows of a selection, ordered by date, match, team, player.
  default List<PlayerMatch> rows(RowQuery query) {
    return read(
        query,
        () -> {
          List<PlayerMatch> rows = new ArrayList<>();
          return RowTaker.of(rows::add, () -> rows);
        });
  }

  /// Streams the rows of a selection, ordered by date, match, team, player, and answers what the
  /// taker makes of them. Where the database goes away in the middle and comes back, the rows are
  /// read again from the first one, by a new taker.
  <T> T read(RowQuery query, Supplier<RowTaker<T>> taker);

  /// Imports files, folders or zips; idempotent. CSV is one transaction a file, event data one a
  /// match.
  ///
  /// @param stop asked now and then; once true the file or match at hand is rolled back and the
  ///   import ends
  ImportReport importPaths(
      List<Path> paths, ImportOptions options, ImportProgress progress, BooleanSupplier stop);

  /// Imports with the provider's own competitions.
  ///
  /// @param format as in [ImportOptions]
  default ImportReport importPaths(
      List<Path> paths, String format, ImportProgress progress, BooleanSupplier stop) {
    return importPaths(paths, new ImportOptions(format, null), progress, stop);
  }

  /// Loads the simulated sample tournament, replacing rows of an older one.
  ImportReport loadSample();

  /// Writes rows as CSV as they were imported, without merges; returns how many.
  long export(RowQuery query, Path file);

  /// Writes rows with their features as CSV, merges applied; returns how many.
  long exportFeatures(RowQuery query, Path file);

  /// Every player, merges applied, by id.
  List<PlayerSummary> players();

  /// Players who may be one person, and did not play in the same match.
  List<MergeProposal> mergeProposals();

  /// In how many matches two players both played, merges applied: under whichever of their ids.
  long matchesTogether(long player, long other);

  /// Counts and checks, players who may be one person among them.
  default StoreStatus status() {
    return status(true).with(mergeProposals());
  }

  /// Counts, and the checks of rows where asked for; without them the problems are empty.
  StoreStatus status(boolean withChecks);

  @Override
  void close();
}
