/// What a user can do on the Models panel.
package dev.touchline.desktop.models;

/// The actions; those on a version concern the chosen one.
public interface ModelsActions {
  /// Reads the store again.
  void refresh();

  /// Makes predictions use it.
  void serve();

  /// Checks its files.
  void verify();

  /// Asks whether to delete it.
  void askToDelete();

  /// Asks whether to delete all but the newest.
  void askToPrune(int keep);

  /// Does what was asked.
  void confirm();

  /// Drops what was asked.
  void cancel();

  /// Sets it against single-task models on the Compare panel.
  void compare();

  /// Shows its folder in the system's file manager.
  void openFolder();
}
