/// How a version forecasts a window.
package dev.touchline.work;

import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.Map;

/// Calibration of a version on a window.
public record EvaluateOutcome(
    String version,
    LocalDate from,
    LocalDate to,
    int rows,
    int matches,
    Map<Prop, PropCalibration> calibration,
    double averageEce) {}
