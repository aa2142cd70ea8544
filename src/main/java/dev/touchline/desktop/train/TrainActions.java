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

  /// Goes on with the interrupted run that is offered.
  void resume();

  /// Throws that run away.
  void discard();

  /// Takes the user to the diagnosis of the version that the last run published.
  void diagnose();

  /// Serves that version.
  void serve();

  /// Ends the run with the draws it has.
  void stop();
}
