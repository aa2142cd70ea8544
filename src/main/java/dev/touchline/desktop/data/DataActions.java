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

  /// Writes the rows that are shown.
  void export(Path file);
}
