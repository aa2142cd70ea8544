/// What a user can do on the Train panel.
package dev.touchline.desktop.train;

/// The actions.
public interface TrainActions {
  /// Reads the rows again.
  void refresh();

  /// Takes dates from a preset over the days of the chosen competition.
  void suggestDates(DatePreset preset);

  /// Starts the run.
  void train();

  /// Ends the run with the draws it has.
  void stop();
}
