/// Who is told how far an import is.
package dev.touchline.data;

/// Hears the progress of an import.
@FunctionalInterface
public interface ImportProgress {
  /// Rows of a file done so far.
  void onRows(String file, long rows);

  /// Tells nobody.
  ImportProgress NONE = (file, rows) -> {};
}
