/// A version's calibration as the panel shows it.
package dev.touchline.desktop.calibrate;

import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import dev.touchline.work.EvaluateOutcome;
import java.util.EnumMap;
import java.util.Map;

/// @param version the version
/// @param note rows and matches behind it
/// @param averageEce mean ECE over the props
/// @param props by prop
record Judged(String version, String note, double averageEce, Map<Prop, PropCalibration> props) {

  /// Freshly judged.
  static Judged of(EvaluateOutcome outcome) {
    return new Judged(
        outcome.version(),
        "%,d rows · %,d matches".formatted(outcome.rows(), outcome.matches()),
        outcome.averageEce(),
        new EnumMap<>(outcome.calibration()));
  }

  /// Above this the user is warned.
  static final double THRESHOLD = 0.05;
}
