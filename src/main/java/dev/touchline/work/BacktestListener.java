/// Who is told how a backtest goes.
package dev.touchline.work;

import java.time.LocalDate;

/// Hears its course; every method has a default that does nothing. Called on worker threads, draws
/// on the chains' own.
public interface BacktestListener {
  /// The rows are there.
  ///
  /// @param steps number of steps
  /// @param done steps that were finished before and are not done again
  default void onSteps(int steps, int done) {}

  /// A model is about to be fitted.
  ///
  /// @param step number of the step from 0
  /// @param day its first day
  /// @param model the model
  /// @param draws draws that its chains will make, adaptation included; 0 where it has no chains
  default void onFit(int step, LocalDate day, String model, long draws) {}

  /// A chain made a draw.
  default void onDraw() {}

  /// All models of a step are done.
  default void onStep(int step) {}

  /// Something that the user should know, one sentence.
  default void onWarning(String sentence) {}

  /// Tells nobody.
  BacktestListener NONE = new BacktestListener() {};
}
