/// What the Calibrate panel can show.
package dev.touchline.desktop.calibrate;

/// Its parts, in the order of their buttons.
enum CalibratePart {
  /// Reliability and scores of one version on one window.
  CALIBRATION("Calibration"),
  /// What the version's own data sets look like.
  CHECKS("Predictive checks"),
  /// Several models on many windows.
  BACKTEST("Backtest");

  private final String label;

  CalibratePart(String label) {
    this.label = label;
  }

  /// On its button.
  String label() {
    return label;
  }
}
