/// The ECE that users are warned above.
package dev.touchline.evaluate;

import dev.touchline.football.Prop;
import java.util.List;
import java.util.Map;

/// The decision gate's part on calibration.
public final class CalibrationGate {
  /// An ECE above it is a warning.
  public static final double ECE = 0.05;

  private CalibrationGate() {}

  /// Mean ECE over the props; NaN where there are none.
  public static double averageEce(Map<Prop, PropCalibration> calibration) {
    return calibration.values().stream()
        .mapToDouble(PropCalibration::ece)
        .average()
        .orElse(Double.NaN);
  }

  /// The props whose ECE is above the threshold, in order.
  public static List<Prop> above(Map<Prop, PropCalibration> calibration) {
    return calibration.entrySet().stream()
        .filter(entry -> entry.getValue().ece() > ECE)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// Whether the average is below the threshold.
  public static boolean holds(Map<Prop, PropCalibration> calibration) {
    return averageEce(calibration) < ECE;
  }
}
