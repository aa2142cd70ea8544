/// The report of a comparison, in Markdown and HTML.
package dev.touchline.work;

import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import java.util.Locale;
import java.util.Map;

/// Writes what a comparison found: verdict, rule, figures with paired intervals, and what it was
/// made from.
public final class ComparisonReport {
  private static final String READING =
      "Scores: lower is better. A difference is multi-task minus single-task on the same matches, with"
          + " a 95 % interval by paired bootstrap over matches: an interval on both sides of zero"
          + " cannot tell the models apart. The ECE of a perfect forecaster is what a flawless model"
          + " would show on as few matches.";

  private ComparisonReport() {}

  /// The report as Markdown.
  public static String markdown(CompareOutcome outcome) {
    ComparisonResult result = outcome.result();
    StringBuilder text = new StringBuilder();
    text.append("# Single-task against multi-task\n\n");
    text.append("**").append(result.sentence()).append("**\n\n");
    text.append(rule(result)).append("\n\n");
    text.append("| prop | score | single-task | multi-task | multi − single | 95 % interval |\n");
    text.append("|---|---|---:|---:|---:|---:|\n");
    for (Map.Entry<Prop, ComparisonResult.PropComparison> entry : result.props().entrySet()) {
      String prop = entry.getKey().label();
      ComparisonResult.PropComparison one = entry.getValue();
      text.append(row(prop, "ECE", one.single().ece(), one.multi().ece(), one.ece()));
      text.append(
          row(prop, "log score", one.single().logScore(), one.multi().logScore(), one.logScore()));
      text.append(row(prop, "RPS", one.single().rps(), one.multi().rps(), one.rps()));
    }
    ComparisonResult.Difference average = result.averageEceDifference();
    text.append(row("average", "ECE", result.singleEce(), result.multiEce(), average));
    text.append(
            "\n| prop | model | ECE | its interval | perfect forecaster | Brier | 50 % | 80 % |")
        .append(" 95 % |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
    result
        .props()
        .forEach(
            (prop, one) -> {
              text.append(figures(prop, "single-task", one.single()));
              text.append(figures(prop, "multi-task", one.multi()));
            });
    text.append("\nThe last three columns are the shares of counts inside the central predictive")
        .append(" intervals.\n\n")
        .append(READING)
        .append("\n\n## How it was made\n\n");
    text.append("```\n").append(outcome.request().command()).append("\n```\n\n");
    text.append(data(outcome)).append('\n');
    outcome
        .versions()
        .forEach(
            (model, version) ->
                text.append("- ").append(model).append(": `").append(version).append("`\n"));
    return text.toString();
  }

  /// The report as HTML, with reliability diagrams side by side.
  public static String html(CompareOutcome outcome) {
    ComparisonResult result = outcome.result();
    StringBuilder body = new StringBuilder();
    body.append("<h1>Single-task against multi-task</h1><p><b>")
        .append(Html.escape(result.sentence()))
        .append("</b></p><p>")
        .append(Html.escape(rule(result)))
        .append("</p><table><tr><th>prop</th><th>score</th><th>single-task</th><th>multi-task</th>")
        .append("<th>multi − single</th><th>95 % interval</th></tr>");
    result
        .props()
        .forEach(
            (prop, one) -> {
              body.append(
                  htmlRow(prop.label(), "ECE", one.single().ece(), one.multi().ece(), one.ece()));
              body.append(
                  htmlRow(
                      prop.label(),
                      "log score",
                      one.single().logScore(),
                      one.multi().logScore(),
                      one.logScore()));
              body.append(
                  htmlRow(prop.label(), "RPS", one.single().rps(), one.multi().rps(), one.rps()));
            });
    body.append(
        htmlRow(
            "average",
            "ECE",
            result.singleEce(),
            result.multiEce(),
            result.averageEceDifference()));
    body.append("</table><p class=\"muted\">").append(Html.escape(READING)).append("</p>");
    result
        .props()
        .forEach(
            (prop, one) ->
                body.append("<h2>")
                    .append(prop.label())
                    .append("</h2><div class=\"row\">")
                    .append(Html.reliability("single-task", one.single()))
                    .append(Html.reliability("multi-task", one.multi()))
                    .append("</div>"));
    body.append("<h2>How it was made</h2><pre>")
        .append(Html.escape(outcome.request().command()))
        .append("</pre><p>")
        .append(Html.escape(data(outcome)))
        .append("</p>");
    return Html.page("Touchline: comparison", body.toString());
  }

  private static String rule(ComparisonResult result) {
    return String.format(
        Locale.ROOT,
        "Rule: average ECE of the multi-task model ≤ %.2f × that of the single-task models. Here %.4f"
            + " against %.4f, ratio %.3f: the rule %s.",
        result.limit(),
        result.multiEce(),
        result.singleEce(),
        result.ratio(),
        result.ruleHolds() ? "holds" : "does not hold");
  }

  private static String data(CompareOutcome outcome) {
    return String.format(
        Locale.ROOT,
        "Trained on %,d rows, %s to %s; judged on %,d rows of %d matches to %s. Features: %s. Data"
            + " hash %s. %d chains of %,d draws after %,d, seed %d.\n",
        outcome.trainingRows(),
        outcome.request().training().split().trainStart(),
        outcome.request().training().split().trainEnd(),
        outcome.rows(),
        outcome.matches(),
        outcome.request().training().split().valEnd(),
        String.join(", ", outcome.features()),
        outcome.dataHash().substring(0, Math.min(12, outcome.dataHash().length())),
        outcome.request().training().sampler().chains(),
        outcome.request().training().sampler().draws(),
        outcome.request().training().sampler().tune(),
        outcome.request().training().sampler().seed());
  }

  private static String row(
      String prop, String score, double single, double multi, ComparisonResult.Difference d) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %+.4f | %+.4f … %+.4f |\n",
        prop,
        score,
        single,
        multi,
        d.value(),
        d.low(),
        d.high());
  }

  private static String htmlRow(
      String prop, String score, double single, double multi, ComparisonResult.Difference d) {
    return String.format(
        Locale.ROOT,
        "<tr><td>%s</td><td>%s</td><td>%.4f</td><td>%.4f</td><td>%+.4f</td><td>%+.4f … %+.4f</td></tr>",
        prop,
        score,
        single,
        multi,
        d.value(),
        d.low(),
        d.high());
  }

  private static String figures(Prop prop, String model, PropCalibration c) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f … %.4f | %.4f | %.4f | %.3f | %.3f | %.3f |\n",
        prop.label(),
        model,
        c.ece(),
        c.eceLow(),
        c.eceHigh(),
        c.ecePerfect(),
        c.brier().score(),
        c.coverage().getOrDefault(50, Double.NaN),
        c.coverage().getOrDefault(80, Double.NaN),
        c.coverage().getOrDefault(95, Double.NaN));
  }
}
