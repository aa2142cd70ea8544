/// One prop's predictive checks: three rootograms and the spread over players.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.RootogramChart;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.evaluate.PredictiveCheck;
import dev.touchline.evaluate.PredictiveCheck.Frequency;
import dev.touchline.football.Prop;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class PropChecksCard extends VBox {
  private final Prop prop;
  private final RootogramChart rows;
  private final RootogramChart teams;
  private final RootogramChart players;
  private final Label spread = new Label();

  PropChecksCard(Prop prop, CalibrateModel model, ChartExports exports) {
    this.prop = prop;
    String name = Character.toUpperCase(prop.key().charAt(0)) + prop.key().substring(1);
    rows = new RootogramChart(name + " of a player in a match", prop.key() + " in a row", "rows");
    teams =
        new RootogramChart(
            name + " of a team in a match", prop.key() + " of a team in a match", "teams");
    players =
        new RootogramChart(
            name + " of a player over the window", prop.key() + " over the window", "players");
    getStyleClass().add("card");
    setMinWidth(0);
    setPrefWidth(400);
    var title = new Label(name);
    title.getStyleClass().add("card-title");
    spread.setId("calibrate-spread-" + prop.key());
    spread.getStyleClass().addAll("small", "muted");
    spread.setWrapText(true);
    spread.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(title, spread);
    for (RootogramChart chart : List.of(rows, teams, players)) {
      var heading = new Label(chart.title());
      heading.getStyleClass().addAll("small", "strong");
      var node = new ChartNode(chart, exports);
      node.setMinHeight(90);
      node.setPrefHeight(180);
      VBox.setVgrow(node, Priority.ALWAYS);
      getChildren().addAll(heading, node);
    }
    getChildren().get(3).setId("calibrate-rootogram-" + prop.key());
    model.checks.subscribe(any -> show(model));
    model.beforeTraining.subscribe(any -> show(model));
  }

  private void show(CalibrateModel model) {
    var checks = model.checks.get();
    PredictiveCheck check =
        checks == null
            ? null
            : (model.beforeTraining.get() ? checks.prior() : checks.posterior()).get(prop);
    spread.setText(check == null ? "" : sentence(check));
    show(rows, check == null ? null : check.rows());
    show(teams, check == null ? null : check.teams());
    show(players, check == null ? null : check.players());
  }

  private void show(RootogramChart chart, @Nullable List<Frequency> frequencies) {
    chart.show(
        frequencies == null
            ? List.of()
            : frequencies.stream()
                .map(
                    f ->
                        new RootogramChart.Bar(
                            f.low(),
                            f.high(),
                            f.observed(),
                            f.expected(),
                            f.expectedLow(),
                            f.expectedHigh()))
                .toList(),
        prop.ordinal());
  }

  private static String sentence(PredictiveCheck check) {
    PredictiveCheck.Spread s = check.spread();
    return String.format(
        Locale.ROOT,
        "Spread over players: sd %s; data sets of the model have %s to %s%s",
        figure(s.observed()),
        figure(s.low()),
        figure(s.high()),
        s.inside() ? "." : ". ▲ outside");
  }

  private static String figure(double value) {
    return value < 100 ? Digits.three(value) : Digits.whole(Math.rint(value));
  }

  void theme(Palette palette) {
    rows.apply(palette);
    teams.apply(palette);
    players.apply(palette);
  }
}
