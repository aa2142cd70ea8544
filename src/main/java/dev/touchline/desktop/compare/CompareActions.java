/// What a user can do on the Compare panel.
package dev.touchline.desktop.compare;

import java.nio.file.Path;

/// The actions.
public interface CompareActions {
  /// Compares a multi-task model with single-task models on what the form says; those that are
  /// missing are trained.
  void compare();

  /// Puts the chosen version's own settings into the form.
  void ownSettings();

  /// Stops; models that were finished stay.
  void stop();

  /// Writes the report: HTML where the file's name ends so, Markdown otherwise.
  void save(Path file);
}
