/// The result of a backtest: sums of differences by day, and the tables.
package dev.touchline.desktop.calibrate;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.CumulativeChart;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.evaluate.CumulativePoint;
import dev.touchline.football.Prop;
import dev.touchline.work.BacktestOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class BacktestResultView extends VBox {
  private final BacktestModel model;
  private final ChartExports exports;
  private final HBox charts = new HBox(12);
  private final List<CumulativeChart> drawn = new ArrayList<>();
  private final TableView<BacktestScore> scores =
      Nodes.table("Scores by prop and model", "No scores.");
  private final TableView<BacktestScore> parts =
      Nodes.table("Log score by parts of the rows", "No parts.");
  private Palette palette = Theme.LIGHT.palette();

  BacktestResultView(BacktestModel model, ChartExports exports) {
    super(12);
    this.model = model;
    this.exports = exports;
    charts.setMinHeight(190);
    charts.setPrefHeight(250);
    VBox.setVgrow(charts, Priority.ALWAYS);
    scores.setId("backtest-scores");
    parts.setId("backtest-parts");
    Node tables = tables();
    VBox.setVgrow(tables, Priority.ALWAYS);
    getChildren().addAll(basis(), charts, tables);
    model.outcome.subscribe(this::show);
  }

  private Node basis() {
    var text = new Label();
    text.setId("backtest-basis");
    text.getStyleClass().addAll("small", "muted");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    model.outcome.subscribe(
        (@Nullable BacktestOutcome found) -> text.setText(found == null ? "" : sentence(found)));
    return text;
  }

  private static String sentence(BacktestOutcome found) {
    return ("%s: %s rows of %s matches, %s to %s, in %d steps of %s. %d fits of %s. Differences"
            + " are a model's score minus that of %s on the same matches: below 0 is better. Kept in"
            + " the home's folder backtests/%s.")
        .formatted(
            found.name(),
            Digits.whole(found.rows()),
            Digits.whole(found.matches()),
            found.from(),
            found.to(),
            found.steps(),
            found.step(),
            found.fits().size(),
            found.sampler(),
            found.against(),
            found.name());
  }

  private Node tables() {
    var shown =
        new Segments<>(
            "backtest-shown",
            List.of(false, true),
            byParts -> byParts ? "Parts of the rows" : "All rows",
            model.byParts);
    var note = new Label("intervals: 95 %, paired bootstrap over matches");
    var card = notedCard("Scores", note, shown, scores, parts);
    shown.setMaxWidth(260);
    ((HBox) card.getChildren().getFirst()).setAlignment(Pos.CENTER_LEFT);
    for (TableView<BacktestScore> table : List.of(scores, parts)) {
      table.setMinHeight(150);
      table.setPrefHeight(260);
      VBox.setVgrow(table, Priority.ALWAYS);
      var chosen = model.byParts.map(byParts -> byParts == (table == parts));
      table.visibleProperty().bind(chosen);
      table.managedProperty().bind(chosen);
    }
    card.setSpacing(8);
    return card;
  }

  private void show(@Nullable BacktestOutcome found) {
    charts.getChildren().clear();
    drawn.clear();
    scores.getItems().clear();
    parts.getItems().clear();
    if (found == null) {
      return;
    }
    for (Prop prop : found.props()) {
      charts.getChildren().add(card(prop, found));
    }
    columns(scores, found.against(), false);
    scores.getItems().setAll(BacktestScore.all(found));
    columns(parts, found.against(), true);
    parts.getItems().setAll(BacktestScore.parts(found));
  }

  private Node card(Prop prop, BacktestOutcome found) {
    var chart = new CumulativeChart(prop.label() + ": log score so far", found.against());
    chart.apply(palette);
    drawn.add(chart);
    // The node first: it hears of what is shown, and says it to those who cannot see it.
    var node = new ChartNode(chart, exports);
    chart.show(
        found.curves().stream()
            .filter(curve -> curve.prop() == prop)
            .map(curve -> curve(curve, found))
            .toList());
    node.setId("backtest-chart-" + prop.key());
    node.setMinHeight(120);
    VBox.setVgrow(node, Priority.ALWAYS);
    var note = Nodes.whole(new Label("sum, minus that of " + found.against()));
    var card = notedCard(prop.label(), note, node);
    card.getStyleClass().add("tight");
    card.setMinWidth(0);
    card.setPrefWidth(400);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static CumulativeChart.Curve curve(
      BacktestOutcome.CurveRow curve, BacktestOutcome found) {
    List<String> others =
        found.models().stream().filter(name -> !name.equals(found.against())).toList();
    List<CumulativePoint> points = curve.points();
    return new CumulativeChart.Curve(
        curve.model(),
        Math.max(0, others.indexOf(curve.model())),
        figure(points, point -> point.day().toEpochDay()),
        figure(points, CumulativePoint::value),
        figure(points, CumulativePoint::low),
        figure(points, CumulativePoint::high));
  }

  private static double[] figure(
      List<CumulativePoint> points, ToDoubleFunction<CumulativePoint> figure) {
    return points.stream().mapToDouble(figure).toArray();
  }

  private static void columns(TableView<BacktestScore> table, String against, boolean byParts) {
    List<TableColumn<BacktestScore, ?>> columns = new ArrayList<>();
    if (byParts) {
      columns.add(column("by", 80, BacktestScore::kind));
      columns.add(column("part", 90, BacktestScore::group));
    }
    columns.add(column("prop", 70, BacktestScore::prop));
    columns.add(column("model", 90, BacktestScore::model));
    if (byParts) {
      columns.add(numbers("rows", 60, BacktestScore::rows, Digits::whole));
    }
    columns.add(numbers("log score", 80, BacktestScore::logScore, Digits::four));
    columns.add(numbers("− " + against, 90, BacktestScore::value, Digits::signed));
    columns.add(column("95 % interval", 140, BacktestScore::interval));
    columns.add(column("told apart", 110, BacktestScore::verdict));
    if (!byParts) {
      columns.add(numbers("RPS", 70, BacktestScore::rps, Digits::four));
      columns.add(numbers("Brier", 70, BacktestScore::brier, Digits::four));
      columns.add(numbers("ECE", 70, BacktestScore::ece, Digits::four));
      columns.add(numbers("perfect", 70, BacktestScore::perfect, Digits::four));
    }
    table.getColumns().setAll(columns);
  }

  void theme(Palette colours) {
    palette = colours;
    drawn.forEach(chart -> chart.apply(colours));
  }
}
