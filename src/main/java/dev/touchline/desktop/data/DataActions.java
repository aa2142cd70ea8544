/// What a user can do on the Data panel.
package dev.touchline.desktop.data;

import java.nio.file.Path;
import java.util.List;

/// The actions.
public interface DataActions {
  /// Tries the address; the answer appears beside it.
  void testConnection();

  /// Works on the address that was tried, or on the embedded database.
  void useSource();

  /// Imports files, folders or zips.
  void importPaths(List<Path> paths);

  /// Loads the sample tournament (again).
  void loadSample();

  /// Ends the import that is running; the file at hand is not taken.
  void stopImport();

  /// Reads the rows again.
  void refresh();

  /// Joins two players, or takes that back.
  void decide(IdentityLine line);

  /// Shows all rows again.
  void clearFilter();

  /// Writes the rows that are shown.
  void export(Path file);
}
