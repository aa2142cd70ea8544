/// Databases that a user may choose.
package dev.touchline.work;

import dev.touchline.data.CsvExport;
import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.Databases;
import dev.touchline.football.PlayerMatch;
import java.nio.file.Path;
import java.util.List;

/// Tries addresses before they are used, and takes rows out.
public final class Sources {
  /// Connects and lets go again; what is wrong is a fault.
  public void check(DatabaseAddress address) {
    new Databases().test(address);
  }

  /// Writes these rows as CSV; returns how many.
  public long export(List<PlayerMatch> rows, Path file) {
    return CsvExport.write(file, sink -> rows.forEach(sink));
  }
}
