/// A program of another hand that asks the predictor for less than it needs.
package dev.touchline.faults;

import dev.touchline.fault.Fault;
import dev.touchline.predict.Predictor;
import java.nio.file.Path;
import java.util.Map;

/// Arguments: the model's folder, the trace.
public final class MissingFeature {
  private MissingFeature() {}

  /// Prints the fault's sentence and ends with its exit code.
  public static void main(String[] args) {
    try (Predictor predictor = Predictor.open(Path.of(args[0]), Path.of(args[1]), 100)) {
      predictor.predictPlayer(
          1, 2, true, Map.of("form_goals", 0.1, "form_cards", 0.1, "form_minutes", 0.1));
    } catch (Fault e) {
      System.err.println("Error: " + e.getMessage() + " " + e.remedy());
      System.exit(e.kind().exitCode());
    }
  }
}
