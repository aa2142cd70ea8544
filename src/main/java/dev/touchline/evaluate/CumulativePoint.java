/// What a forecaster has lost against another until the end of a day.
package dev.touchline.evaluate;

import java.time.LocalDate;

/// After all matches of a day and of those before it.
///
/// @param day the day
/// @param matches matches until then
/// @param rows rows until then
/// @param value sum of the log score's differences: below 0 the forecaster is ahead
/// @param low lower end of the 95 % interval, bootstrap over the matches until then
/// @param high upper end
public record CumulativePoint(
    LocalDate day, int matches, int rows, double value, double low, double high) {}
