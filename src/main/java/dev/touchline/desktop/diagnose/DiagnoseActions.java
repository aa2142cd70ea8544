/// What a user can do on the Diagnose panel.
package dev.touchline.desktop.diagnose;

import java.nio.file.Path;

/// The actions.
public interface DiagnoseActions {
  /// Opens any InferenceData file.
  void open(Path file);

  /// Shows the predictive checks of the version that is shown.
  void showChecks();

  /// Ends the judgement under way; what was shown before stays.
  void stop();

  /// The pair plot sets the chosen parameter against those that are chosen after it.
  void useAsSecond();

  /// Lists all parameters of the player or team that the chosen one is about.
  void showSubject();
}
