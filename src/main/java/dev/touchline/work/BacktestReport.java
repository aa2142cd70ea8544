/// The report of a backtest, in Markdown and HTML.
package dev.touchline.work;

import dev.touchline.diagnose.LimitDigits;
import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.ModelScores;
import dev.touchline.evaluate.PropCalibration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what a backtest found: scores with paired intervals, the cumulative chart, lines, parts
/// of the rows, and how it was made.
public final class BacktestReport {
  private static final String TITLE = "Backtest";

  private BacktestReport() {}

  /// The report as Markdown.
  ///
  /// @param picture path of the chart as the report names it
  public static String markdown(BacktestOutcome outcome, String picture) {
    StringBuilder text = new StringBuilder("# " + TITLE + "\n\n");
    text.append(summary(outcome)).append("\n\n");
    if (!outcome.warning().isEmpty()) {
      text.append("**").append(outcome.warning()).append("**\n\n");
    }
    text.append(scores(outcome).markdown());
    text.append('\n').append(reading(outcome)).append("\n\n");
    text.append("![Cumulative differences of the log score](").append(picture).append(")\n\n");
    text.append("## By line\n\n").append(lines(outcome).markdown());
    text.append("\n## By parts of the rows\n\n").append(groups(outcome).markdown());
    text.append("\n## How it was made\n\n```\n").append(outcome.command()).append("\n```\n\n");
    text.append(made(outcome)).append("\n\n");
    models(outcome).forEach(model -> text.append("- ").append(model).append('\n'));
    return text.toString();
  }

  /// The report as HTML, the chart in it.
  public static String html(BacktestOutcome outcome) {
    StringBuilder body = new StringBuilder("<h1>" + TITLE + "</h1>");
    body.append("<p>").append(Html.escape(summary(outcome))).append("</p>");
    if (!outcome.warning().isEmpty()) {
      body.append("<p class=\"bad\"><b>").append(Html.escape(outcome.warning())).append("</b></p>");
    }
    body.append(scores(outcome).html());
    body.append("<p class=\"muted\">").append(Html.escape(reading(outcome))).append("</p>");
    body.append("<div class=\"card\">").append(chart(outcome)).append("</div>");
    body.append("<h2>By line</h2>").append(lines(outcome).html());
    body.append("<h2>By parts of the rows</h2>").append(groups(outcome).html());
    body.append("<h2>How it was made</h2><pre>").append(Html.escape(outcome.command()));
    body.append("</pre><p>").append(Html.escape(made(outcome))).append("</p><ul>");
    models(outcome)
        .forEach(model -> body.append("<li>").append(Html.escape(model)).append("</li>"));
    return Html.page("Touchline: backtest", body.append("</ul>").toString());
  }

  /// The chart as an SVG document.
  public static String chart(BacktestOutcome outcome) {
    return BacktestChart.svg(outcome);
  }

  private static String summary(BacktestOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "%,d rows of %,d matches from %s to %s, forecast in %d steps of %s, each by models fitted"
            + " on the days before it (from %s on).",
        outcome.rows(),
        outcome.matches(),
        outcome.from(),
        outcome.to(),
        outcome.steps(),
        outcome.step(),
        outcome.trainStart());
  }

  private static String reading(BacktestOutcome outcome) {
    return "Lower is better. A difference is the model minus "
        + outcome.against()
        + " on the same matches, with a 95 % interval by paired bootstrap over matches: an interval"
        + " on both sides of zero cannot tell the two apart. In brackets behind an ECE stands what"
        + " a perfect forecaster would show on average on as many rows.";
  }

  private static ReportTable scores(BacktestOutcome outcome) {
    ReportTable table =
        new ReportTable(
            "prop",
            "model",
            "log score",
            "− " + outcome.against(),
            "RPS",
            "− " + outcome.against(),
            "Brier",
            "ECE",
            "debiased ECE");
    for (BacktestOutcome.ScoreRow row : outcome.scores()) {
      ModelScores figures = row.figures();
      PropCalibration c = figures.scores();
      boolean self = row.model().equals(outcome.against());
      table.row(
          row.prop().label(),
          row.model(),
          Html.number(c.logScore()),
          self ? "" : difference(figures.logScore()),
          Html.number(c.rps()),
          self ? "" : difference(figures.rps()),
          Html.number(c.brier().score()),
          beside(c.ece(), c.ecePerfect()),
          beside(c.eceDebiased(), figures.perfectDebiased()));
    }
    return table;
  }

  private static ReportTable lines(BacktestOutcome outcome) {
    ReportTable table =
        new ReportTable(
            "prop", "over", "model", "Brier", "− " + outcome.against(), "ECE", "debiased ECE");
    for (BacktestOutcome.ScoreRow row : outcome.lines()) {
      ModelScores figures = row.figures();
      PropCalibration c = figures.scores();
      table.row(
          row.prop().label(),
          String.format(Locale.ROOT, "%.1f", c.line()),
          row.model(),
          Html.number(c.brier().score()),
          row.model().equals(outcome.against()) ? "" : difference(figures.brier()),
          beside(c.ece(), c.ecePerfect()),
          beside(c.eceDebiased(), figures.perfectDebiased()));
    }
    return table;
  }

  private static ReportTable groups(BacktestOutcome outcome) {
    ReportTable table =
        new ReportTable(
            "prop", "by", "part", "rows", "model", "log score", "− " + outcome.against());
    for (BacktestOutcome.GroupRow row : outcome.groups()) {
      table.row(
          row.prop().label(),
          row.kind(),
          row.group(),
          String.format(Locale.ROOT, "%,d", row.rows()),
          row.model(),
          Html.number(row.logScore()),
          row.model().equals(outcome.against()) ? "" : difference(row.difference()));
    }
    return table;
  }

  private static String made(BacktestOutcome outcome) {
    double worst =
        outcome.fits().stream().mapToDouble(BacktestFit::maxRhat).max().orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "%d fits of %s; largest R-hat %s, gate %s. Competitions: %s. Data hash %s. %.0f s.",
        outcome.fits().size(),
        outcome.sampler(),
        Double.isFinite(worst) ? LimitDigits.above(worst, 4, outcome.maxRhat()) : "–",
        outcome.maxRhat(),
        outcome.competitions().isEmpty() ? "all" : String.join(", ", outcome.competitions()),
        outcome.dataHash().substring(0, Math.min(12, outcome.dataHash().length())),
        outcome.seconds());
  }

  private static List<String> models(BacktestOutcome outcome) {
    Map<String, String> descriptions = Contenders.descriptions();
    return outcome.models().stream()
        .map(
            model -> {
              @Nullable String description = descriptions.get(model);
              return description == null ? model : model + ": " + description;
            })
        .toList();
  }

  private static String beside(double value, double perfect) {
    return Html.number(value) + " (" + Html.number(perfect) + ")";
  }

  private static String difference(Difference d) {
    return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", d.value(), d.low(), d.high());
  }
}
