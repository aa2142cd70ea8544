/// What a user can do on the Compare panel.
package dev.touchline.desktop.compare;

import java.nio.file.Path;

/// The actions.
public interface CompareActions {
  /// Compares the chosen version with single-task models; those that are missing are trained.
  void compare();

  /// Stops; models that were finished stay.
  void stop();

  /// Writes the report: HTML where the file's name ends so, Markdown otherwise.
  void save(Path file);
}
