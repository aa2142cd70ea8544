/// What a user can do in the window around the panels.
package dev.touchline.desktop.shell;

import java.util.List;

/// The actions.
public interface ShellActions {
  /// Stops the running task.
  void stopTask();

  /// Commands whose names fit what was typed, best first.
  List<Command> find(String typed);

  /// Closes the window though a task is running; it ends with what it has.
  void closeAnyway();

  /// Opens an address of the web in the browser.
  void browse(String address);

  /// Stays.
  void stay();
}
