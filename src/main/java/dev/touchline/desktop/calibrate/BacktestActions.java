/// What a user can do with backtests on the Calibrate panel.
package dev.touchline.desktop.calibrate;

/// The actions.
public interface BacktestActions {
  /// Begins the backtest that the form asks for.
  void run();

  /// Ends the running backtest; what is done is kept.
  void stop();

  /// Goes on with the interrupted backtest that was chosen.
  void resume();
}
