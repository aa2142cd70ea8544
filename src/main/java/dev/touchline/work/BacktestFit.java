/// One fit of a backtest and how it was judged.
package dev.touchline.work;

import java.time.LocalDate;

/// Of one model at one step; the single-task models have a fit for each prop.
///
/// @param step first day of the step that it forecasts
/// @param model the model
/// @param part the props that were fitted together
/// @param rows training rows
/// @param maxRhat largest R-hat over all scalars
/// @param minEss smallest bulk effective sample size
/// @param divergences diverging transitions
/// @param converged whether the gate let it pass
/// @param sentence the verdict in words
/// @param seconds wall time of preparing, sampling and judging
public record BacktestFit(
    LocalDate step,
    String model,
    String part,
    int rows,
    double maxRhat,
    double minEss,
    int divergences,
    boolean converged,
    String sentence,
    double seconds) {

  /// The fit in a few words.
  public String title() {
    return model + (part.contains(",") ? "" : " (" + part + ")") + " of " + step;
  }
}
