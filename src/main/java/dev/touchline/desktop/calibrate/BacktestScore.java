/// A line of the backtest's tables.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.part.Digits;
import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.ModelScores;
import dev.touchline.work.BacktestOutcome;
import java.util.ArrayList;
import java.util.List;

/// A model's scores of a prop, on all rows or on a part of them.
///
/// @param kind what the part is by; empty: all rows
/// @param group the part
/// @param prop the prop's name
/// @param model the model
/// @param self whether it is the one that the others are set against
/// @param rows rows of the part
/// @param logScore mean log score
/// @param difference of the log score from the other model's
/// @param rps RPS, NaN for parts
/// @param brier Brier score at the line, NaN for parts
/// @param ece ECE at the line, NaN for parts
/// @param perfect the ECE that a perfect forecaster would show, NaN for parts
record BacktestScore(
    String kind,
    String group,
    String prop,
    String model,
    boolean self,
    int rows,
    double logScore,
    Difference difference,
    double rps,
    double brier,
    double ece,
    double perfect) {

  /// One a prop and model.
  static List<BacktestScore> all(BacktestOutcome outcome) {
    List<BacktestScore> lines = new ArrayList<>();
    for (BacktestOutcome.ScoreRow row : outcome.scores()) {
      ModelScores figures = row.figures();
      lines.add(
          new BacktestScore(
              "",
              "",
              row.prop().label(),
              row.model(),
              row.model().equals(outcome.against()),
              outcome.rows(),
              figures.scores().logScore(),
              figures.logScore(),
              figures.scores().rps(),
              figures.scores().brier().score(),
              figures.scores().ece(),
              figures.scores().ecePerfect()));
    }
    return lines;
  }

  /// One a part, prop and model.
  static List<BacktestScore> parts(BacktestOutcome outcome) {
    return outcome.groups().stream()
        .map(
            row ->
                new BacktestScore(
                    row.kind(),
                    row.group(),
                    row.prop().label(),
                    row.model(),
                    row.model().equals(outcome.against()),
                    row.rows(),
                    row.logScore(),
                    row.difference(),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN))
        .toList();
  }

  /// The difference, a number only where there are two models.
  double value() {
    return self ? Double.NaN : difference.value();
  }

  /// Its interval.
  String interval() {
    return self || !Double.isFinite(difference.low())
        ? "–"
        : Digits.signed(difference.low()) + " to " + Digits.signed(difference.high());
  }

  /// What the interval says, in a word and a sign.
  String verdict() {
    if (self || !Double.isFinite(difference.low())) {
      return "–";
    }
    return difference.high() < 0 ? "● better" : difference.low() > 0 ? "▲ worse" : "not told apart";
  }
}
