/// How a version forecasts a window.
package dev.touchline.work;

import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Calibration of a version on a window.
///
/// @param version its name
/// @param from first day
/// @param to last day
/// @param rows rows that were judged
/// @param matches their matches
/// @param calibration by prop
/// @param averageEce mean over props
/// @param warnings what the user should know, each one sentence
public record EvaluateOutcome(
    String version,
    LocalDate from,
    LocalDate to,
    int rows,
    int matches,
    Map<Prop, PropCalibration> calibration,
    double averageEce,
    List<String> warnings) {}
