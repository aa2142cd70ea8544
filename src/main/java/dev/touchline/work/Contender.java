/// A model of a backtest, whatever it is made of.
package dev.touchline.work;

import dev.touchline.evaluate.Forecast;
import dev.touchline.football.DataSet;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.WarmStart;
import java.util.List;
import java.util.Map;

/// Learns from the training rows of a step and forecasts its validation rows.
interface Contender {
  /// Its name.
  String name();

  /// What it is, a sentence.
  String description();

  /// Draws that its chains make in one step, 0 where it has none.
  ///
  /// @param before where the chains of the step before ended; empty where that is not known
  long draws(List<WarmStart> before);

  /// What came of a step.
  ///
  /// @param forecasts one a validation row, by prop
  /// @param fits how the fits were judged; empty where nothing is sampled
  /// @param ends where the chains of each fit ended, for the next step to begin there
  record Answer(
      Map<Prop, List<Forecast>> forecasts, List<BacktestFit> fits, List<WarmStart> ends) {}

  /// Fits and forecasts; a fault of kind INTERRUPTED where it is stopped.
  ///
  /// @param step number of the step from 0
  /// @param before where the chains of the step before ended; empty where that is not known
  Answer forecast(
      int step, DataSet data, List<WarmStart> before, BacktestListener listener, StopSignal stop);
}
