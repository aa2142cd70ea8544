/// One prop: both reliability diagrams on the same axes, and the differences.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.ReliabilityChart;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.ComparisonResult.PropComparison;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class PropComparisonRow extends HBox {
  /// Preferred widths of the three columns.
  static final double[] WIDTHS = {330, 330, 560};

  private static final int SINGLE_COLOUR = 1;
  private static final int MULTI_COLOUR = 0;

  private final Prop prop;
  private final ReliabilityChart single;
  private final ReliabilityChart multi;
  private final Label singleEce = new Label();
  private final Label multiEce = new Label();
  private final GridPane figures = new GridPane(12, 5);

  PropComparisonRow(Prop prop, CompareModel model, ChartExports exports) {
    super(12);
    this.prop = prop;
    String name = Character.toUpperCase(prop.key().charAt(0)) + prop.key().substring(1);
    single = new ReliabilityChart(name + ", single-task");
    multi = new ReliabilityChart(name + ", multi-task");
    var left = card(name, singleEce, new ChartNode(single, exports), WIDTHS[0]);
    var middle = card(name, multiEce, new ChartNode(multi, exports), WIDTHS[1]);
    var constraints = List.of(HPos.LEFT, HPos.RIGHT, HPos.RIGHT, HPos.RIGHT, HPos.RIGHT);
    for (HPos position : constraints) {
      var column = new ColumnConstraints();
      column.setHalignment(position);
      figures.getColumnConstraints().add(column);
    }
    var wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    figures.getColumnConstraints().add(wide);
    var right = new VBox();
    right.getStyleClass().add("card");
    var title = new Label(name);
    title.getStyleClass().add("card-title");
    var note = new Label("paired, 95 % over matches; better ← 0 → worse");
    note.getStyleClass().add("card-note");
    right.getChildren().addAll(new HBox(title, Nodes.spacer(), note), figures);
    right.setPrefWidth(WIDTHS[2]);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(left, middle, right);
    setMinHeight(168);
    setPrefHeight(200);
    model.result.subscribe(this::show);
  }

  private static VBox card(String name, Label ece, ChartNode chart, double width) {
    var title = new Label(name);
    title.getStyleClass().add("card-title");
    ece.getStyleClass().add("card-note");
    chart.setMinHeight(70);
    VBox.setVgrow(chart, Priority.ALWAYS);
    var card = new VBox(new HBox(title, Nodes.spacer(), ece), chart);
    card.getStyleClass().addAll("card", "tight");
    card.setPrefWidth(width);
    card.setMinWidth(0);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private void show(@Nullable ComparisonResult result) {
    PropComparison found = result == null ? null : result.props().get(prop);
    setVisible(found != null);
    setManaged(found != null);
    if (found == null) {
      return;
    }
    singleEce.setText("ECE " + Digits.four(found.single().ece()));
    multiEce.setText("ECE " + Digits.four(found.multi().ece()));
    single.show(bins(found.single()), SINGLE_COLOUR);
    multi.show(bins(found.multi()), MULTI_COLOUR);
    figures.getChildren().clear();
    String[] headings = {"", "single", "multi", "difference", "95 % interval"};
    for (int i = 0; i < headings.length; i++) {
      figures.add(cell(headings[i], "muted"), i, 0);
    }
    line(1, "ECE", found.single().ece(), found.multi().ece(), found.ece());
    line(2, "log score", found.single().logScore(), found.multi().logScore(), found.logScore());
    line(3, "RPS", found.single().rps(), found.multi().rps(), found.rps());
  }

  private void line(int row, String name, double one, double other, Difference difference) {
    figures.add(cell(name, "strong"), 0, row);
    figures.add(cell(Digits.four(one), "plain"), 1, row);
    figures.add(cell(Digits.four(other), "plain"), 2, row);
    figures.add(cell(Digits.signed(difference.value()), "plain"), 3, row);
    figures.add(
        cell(Digits.signed(difference.low()) + " to " + Digits.signed(difference.high()), "muted"),
        4,
        row);
    double reach = Math.max(Math.abs(difference.low()), Math.abs(difference.high()));
    figures.add(new IntervalBar(difference, reach), 5, row);
  }

  static Label cell(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static List<ReliabilityChart.Bin> bins(PropCalibration calibration) {
    return calibration.bins().stream()
        .map(
            b ->
                new ReliabilityChart.Bin(
                    b.low(),
                    b.high(),
                    b.n(),
                    b.predicted(),
                    b.observed(),
                    b.bandLow(),
                    b.bandHigh()))
        .toList();
  }

  void theme(Palette palette) {
    single.apply(palette);
    multi.apply(palette);
  }
}
