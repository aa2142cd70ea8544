/// The report of a version: may it be used, and why.
package dev.touchline.work;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import java.util.Locale;

/// Writes `report.html`, one file that needs no other.
public final class ModelReport {
  private ModelReport() {}

  /// The report as HTML.
  public static String html(ModelMetadata metadata, ModelResults results) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(Html.escape(metadata.version())).append("</h1>");
    body.append("<p>").append(Html.escape(results.convergence().sentence())).append("</p>");
    results
        .convergence()
        .advice()
        .forEach(advice -> body.append("<p>→ ").append(Html.escape(advice)).append("</p>"));
    body.append(
        "<h2>Decision gate</h2><table><tr><th>criterion</th><th>figure</th><th>met</th></tr>");
    for (ModelResults.GateLine line : results.gate()) {
      body.append(
          "<tr><td>%s</td><td>%s</td><td class=\"%s\">%s</td></tr>"
              .formatted(
                  Html.escape(line.criterion()),
                  line.figure(),
                  line.holds() ? "good" : "bad",
                  line.holds() ? "yes" : "no"));
    }
    body.append("</table><h2>Calibration on the validation window</h2><table><tr><th>prop</th>")
        .append("<th>line</th><th>ECE</th><th>95 % interval</th><th>perfect forecaster</th>")
        .append("<th>Brier</th><th>log score</th><th>RPS</th></tr>");
    results
        .calibration()
        .forEach(
            (key, c) ->
                body.append(
                    "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s – %s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                            Prop.parse(key).label(),
                            c.line(),
                            Html.number(c.ece()),
                            Html.number(c.eceLow()),
                            Html.number(c.eceHigh()),
                            Html.number(c.ecePerfect()),
                            Html.number(c.brier().score()),
                            Html.number(c.logScore()),
                            Html.number(c.rps()))));
    body.append("</table><p></p><div class=\"row\">");
    results
        .calibration()
        .forEach(
            (key, c) ->
                body.append(Html.reliability(Prop.parse(key).label() + " over " + c.line(), c)));
    body.append(
        "</div><h2>Convergence</h2><p>Largest R-hat %s, smallest bulk ESS %s, tail ESS %s, E-BFMI %s, %d divergences.</p>"
            .formatted(
                RhatText.of(results.convergence().maxRhat(), 4),
                whole(results.convergence().minEssBulk()),
                whole(results.convergence().minEssTail()),
                Html.number(results.convergence().minEbfmi()),
                results.convergence().divergences()));
    body.append(
        "<table><tr><th>worst parameters</th><th>R-hat</th><th>bulk ESS</th><th>tail ESS</th></tr>");
    for (ModelResults.Worst worst : results.convergence().worst()) {
      body.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
              .formatted(
                  Html.escape(worst.parameter()),
                  RhatText.of(worst.rhat(), 4),
                  whole(worst.essBulk()),
                  whole(worst.essTail())));
    }
    body.append("</table><h2>What it was trained on</h2><p>")
        .append(
            "%,d rows of %d matches, %s to %s; validation to %s on %,d rows of %d matches. %d players, %d opponents. %d chains of %,d draws after %,d, seed %d. Data hash <code>%s</code>."
                .formatted(
                    metadata.rows(),
                    metadata.matches(),
                    metadata.dates().trainStart(),
                    metadata.dates().trainEnd(),
                    metadata.dates().valEnd(),
                    metadata.validationRows(),
                    metadata.validationMatches(),
                    metadata.players().size(),
                    metadata.opponents().size(),
                    metadata.chains(),
                    metadata.draws(),
                    metadata.tune(),
                    metadata.seed(),
                    Html.escape(metadata.dataHash())))
        .append("</p>");
    return Html.page("Touchline " + metadata.version(), body.toString());
  }

  private static String whole(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : "–";
  }
}
