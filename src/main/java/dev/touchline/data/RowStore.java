/// Where player-match rows are kept.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A store of player-match rows: the embedded database or PostgreSQL.
public interface RowStore extends AutoCloseable {
  /// Where the rows lie, without secrets.
  String describe();

  /// Rows of a selection, ordered by date, match, team, player.
  List<PlayerMatch> rows(RowQuery query);

  /// Imports files, folders or zips, one transaction a file; idempotent.
  ///
  /// @param format `auto` or `csv`
  /// @param stop asked now and then; once true the file at hand is rolled back and the import ends
  ImportReport importPaths(
      List<Path> paths, String format, ImportProgress progress, BooleanSupplier stop);

  /// Loads the simulated sample tournament, replacing rows of an older one.
  ImportReport loadSample();

  /// Writes rows as CSV; returns how many.
  long export(RowQuery query, Path file);

  /// Counts and checks.
  default StoreStatus status() {
    return status(true);
  }

  /// Counts, and the checks where asked for; without them the problems are empty.
  StoreStatus status(boolean withChecks);

  @Override
  void close();
}
