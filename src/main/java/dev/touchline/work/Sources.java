/// Rows that a user takes out.
package dev.touchline.work;

import dev.touchline.data.CsvExport;
import dev.touchline.football.PlayerMatch;
import java.nio.file.Path;
import java.util.List;

/// Writes rows that are at hand.
public final class Sources {
  /// A writer without settings.
  public Sources() {}

  /// Writes these rows as CSV; returns how many.
  public long export(List<PlayerMatch> rows, Path file) {
    return CsvExport.write(file, sink -> rows.forEach(sink));
  }
}
