/// One prop's prediction: mean, intervals, distribution, lines with fair odds.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.PmfChart;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class PropCard extends VBox {
  private static final int[] SHARES = {15, 23, 20, 22, 20};
  private static final List<String> HEADINGS =
      List.of("line", "over", "fair odds", "under", "fair odds");
  private final Prop prop;
  private final PredictModel model;
  private final PmfChart chart;
  private final Label mean = new Label();
  private final Label interval = new Label();
  private final GridPane lines = new GridPane(6, 3);
  private final Label at = cell("", "muted");
  private final Tooltip ofLine = new Tooltip();

  PropCard(Prop prop, PredictModel model, ChartExports exports) {
    this.prop = prop;
    this.model = model;
    String name = Character.toUpperCase(prop.key().charAt(0)) + prop.key().substring(1);
    chart = new PmfChart(name, prop.key());
    getStyleClass().add("card");
    setMinWidth(0);
    setPrefWidth(300);
    var title = new Label(name);
    title.getStyleClass().add("card-title");
    var note = new Label("expected count");
    note.getStyleClass().add("card-note");
    mean.setId("predict-mean-" + prop.key());
    mean.getStyleClass().add("headline");
    mean.setMinWidth(USE_PREF_SIZE);
    interval.setId("predict-interval-" + prop.key());
    interval.getStyleClass().addAll("small", "muted");
    interval.setWrapText(true);
    var headline = new HBox(10, mean, interval);
    headline.setAlignment(Pos.CENTER_LEFT);
    var node = new ChartNode(chart, exports);
    node.setId("predict-pmf-" + prop.key());
    node.setMinHeight(72);
    VBox.setVgrow(node, Priority.ALWAYS);
    lines.getColumnConstraints().setAll(columns());
    lines.setMinHeight(USE_PREF_SIZE);
    at.setTooltip(ofLine);
    getChildren()
        .addAll(
            new HBox(title, Nodes.spacer(), note),
            headline,
            node,
            lines,
            new OfferRows(prop, model));
    chart.line(model.lines[prop.ordinal()].get());
    chart.onLine(line -> model.lines[prop.ordinal()].set(line));
    model.lines[prop.ordinal()].subscribe(line -> showLines());
    model.answer.subscribe(this::show);
  }

  /// The columns of the lines and of what stands below them.
  static List<ColumnConstraints> columns() {
    List<ColumnConstraints> columns = new ArrayList<>();
    for (int i = 0; i < HEADINGS.size(); i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(SHARES[i]);
      column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
      columns.add(column);
    }
    return columns;
  }

  private void show(@Nullable Priced answer) {
    Priced.PricedProp p = answer == null ? null : answer.props().get(prop);
    mean.setText(p == null ? "–" : Figures.count(p.mean(), p));
    interval.setText(
        answer == null || p == null
            ? answer == null ? "" : "not part of this version"
            : "%.0f %% interval of the mean %s – %s, of the count %d – %d"
                .formatted(
                    100 * answer.interval(),
                    Figures.count(p.low(), p),
                    Figures.count(p.high(), p),
                    p.predictiveLow(),
                    p.predictiveHigh()));
    if (p == null) {
      chart.show(new double[0], 0, 0, prop.ordinal());
    } else {
      chart.show(p.pmf(), p.predictiveLow(), p.predictiveHigh(), prop.ordinal());
    }
    showLines();
  }

  /// The chosen line with its neighbours.
  private void showLines() {
    lines.getChildren().clear();
    for (int i = 0; i < HEADINGS.size(); i++) {
      lines.add(cell(HEADINGS.get(i), "muted"), i, 0);
    }
    Priced answer = model.answer.get();
    Priced.PricedProp p = answer == null ? null : answer.props().get(prop);
    double chosen = model.lines[prop.ordinal()].get();
    double first = PriceText.firstLine(chosen);
    for (int row = 0; row < PriceText.LINES; row++) {
      double line = first + row;
      String style = line == chosen ? "strong" : "plain";
      double over = p == null ? Double.NaN : p.over(line);
      lines.add(cell(Digits.fixed(line, 1), style), 0, row + 1);
      lines.add(cell(Figures.percent(over), style), 1, row + 1);
      lines.add(cell(Figures.odds(over), style), 2, row + 1);
      lines.add(cell(Figures.percent(1 - over), style), 3, row + 1);
      lines.add(cell(Figures.odds(1 - over), style), 4, row + 1);
    }
    double low = p == null ? Double.NaN : p.overLow(chosen);
    double high = p == null ? Double.NaN : p.overHigh(chosen);
    double mass = 100 * (answer == null ? model.interval.get() : answer.interval());
    int row = PriceText.LINES + 1;
    at.setText("%.0f %%".formatted(mass));
    ofLine.setText("%.0f %% interval of the probabilities at %.1f".formatted(mass, chosen));
    lines.add(at, 0, row);
    lines.add(cell(Figures.percents(low, high), "muted"), 1, row);
    lines.add(cell(Figures.percents(1 - high, 1 - low), "muted"), 3, row);
  }

  static Label cell(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  void theme(Palette palette) {
    chart.apply(palette);
  }
}
