/// What a user can do on the Calibrate panel.
package dev.touchline.desktop.calibrate;

/// The actions.
public interface CalibrateActions {
  /// Judges the chosen version on the chosen window at the chosen lines.
  void judge();

  /// Takes the version's own validation window.
  void ownWindow();
}
