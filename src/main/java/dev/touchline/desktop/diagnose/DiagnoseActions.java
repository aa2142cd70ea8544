/// What a user can do on the Diagnose panel.
package dev.touchline.desktop.diagnose;

import java.nio.file.Path;

/// The actions.
public interface DiagnoseActions {
  /// Opens any InferenceData file.
  void open(Path file);
}
