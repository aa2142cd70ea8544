/// What a user can do on the Train panel.
package dev.touchline.desktop.train;

/// The actions.
public interface TrainActions {
  /// Reads the rows again.
  void refresh();

  /// Takes dates that suit the chosen competition: the last eighth of its matches for validation.
  void suggestDates();

  /// Starts the run.
  void train();

  /// Ends the run with the draws it has.
  void stop();
}
