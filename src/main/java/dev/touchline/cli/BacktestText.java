/// A backtest's result as lines of text.
package dev.touchline.cli;

import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.ModelScores;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import dev.touchline.work.BacktestOutcome;
import java.util.Locale;
import java.util.function.Consumer;

/// @param out takes each line
record BacktestText(Consumer<String> out) {
  private static final int COLUMN = 22;

  void print(BacktestOutcome outcome) {
    out.accept(
        String.format(
            Locale.ROOT,
            "%s: %,d rows of %,d matches, %s to %s, in %d steps of %s; %d fits, %.0f s",
            outcome.name(),
            outcome.rows(),
            outcome.matches(),
            outcome.from(),
            outcome.to(),
            outcome.steps(),
            outcome.step(),
            outcome.fits().size(),
            outcome.seconds()));
    if (!outcome.warning().isEmpty()) {
      out.accept("! " + outcome.warning());
    }
    out.accept("");
    out.accept(
        String.format(
            Locale.ROOT,
            "%-6s %-12s %9s  %-" + COLUMN + "s %8s %8s  %15s  %15s",
            "prop",
            "model",
            "log score",
            "− " + outcome.against() + " [95 %]",
            "RPS",
            "Brier",
            "ECE (perfect)",
            "debiased (perf.)"));
    for (Prop prop : outcome.props()) {
      for (String model : outcome.models()) {
        ModelScores figures = outcome.figures(prop, model);
        if (figures != null) {
          out.accept(row(prop, model, figures, model.equals(outcome.against())));
        }
      }
    }
    out.accept("");
    out.accept(outcome.folder());
  }

  private static String row(Prop prop, String model, ModelScores figures, boolean self) {
    PropCalibration c = figures.scores();
    return String.format(
        Locale.ROOT,
        "%-6s %-12s %9.4f  %-" + COLUMN + "s %8.4f %8.4f  %6.4f (%6.4f)  %6.4f (%6.4f)",
        prop.label(),
        model,
        c.logScore(),
        self ? "" : difference(figures.logScore()),
        c.rps(),
        c.brier().score(),
        c.ece(),
        c.ecePerfect(),
        c.eceDebiased(),
        figures.perfectDebiased());
  }

  private static String difference(Difference d) {
    return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", d.value(), d.low(), d.high());
  }
}
