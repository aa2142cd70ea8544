/// How well a version forecasts a part of the rows.
package dev.touchline.work;

import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import java.util.Map;

/// One group of rows, such as forwards or home matches.
///
/// @param kind what the rows are grouped by
/// @param name the group
/// @param rows rows in it
/// @param calibration judged like the whole, with fewer bootstrap replications
public record GroupCalibration(
    String kind, String name, int rows, Map<Prop, PropCalibration> calibration) {}
