/// One prop's calibration: reliability diagram, ECE with its interval, scores, PIT.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.PitChart;
import dev.touchline.desktop.chart.ReliabilityChart;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class PropCalibrationCard extends VBox {
  private final Prop prop;
  private final ReliabilityChart reliability;
  private final PitChart pit;
  private final Label ece = new Label();
  private final Label interval = new Label();
  private final Label event = new Label();
  private final GridPane scores = new GridPane(10, 3);

  PropCalibrationCard(Prop prop, CalibrateModel model, ChartExports exports) {
    this.prop = prop;
    String name = Character.toUpperCase(prop.key().charAt(0)) + prop.key().substring(1);
    reliability = new ReliabilityChart(name + ": reliability");
    pit = new PitChart(name + ": PIT of the counts");
    getStyleClass().add("card");
    setMinWidth(0);
    setPrefWidth(400);
    setMinHeight(USE_PREF_SIZE);
    var title = new Label(name);
    title.getStyleClass().add("card-title");
    event.getStyleClass().add("card-note");
    ece.setId("calibrate-ece-" + prop.key());
    ece.getStyleClass().add("headline");
    ece.setMinWidth(USE_PREF_SIZE);
    interval.setId("calibrate-interval-" + prop.key());
    interval.getStyleClass().addAll("small", "muted");
    interval.setWrapText(true);
    var headline = new HBox(10, ece, interval);
    headline.setAlignment(Pos.CENTER_LEFT);
    var diagram = new ChartNode(reliability, exports);
    diagram.setId("calibrate-reliability-" + prop.key());
    diagram.setMinHeight(150);
    diagram.setPrefHeight(150);
    VBox.setVgrow(diagram, Priority.ALWAYS);
    var pitNode = new ChartNode(pit, exports);
    pitNode.setId("calibrate-pit-" + prop.key());
    pitNode.setMinHeight(104);
    pitNode.setPrefHeight(112);
    for (int i = 0; i < 4; i++) {
      var column = new ColumnConstraints();
      column.setHalignment(i % 2 == 0 ? HPos.LEFT : HPos.RIGHT);
      column.setHgrow(i % 2 == 0 ? Priority.NEVER : Priority.ALWAYS);
      scores.getColumnConstraints().add(column);
    }
    scores.setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(new HBox(title, Nodes.spacer(), event), headline, diagram, scores, pitNode);
    model.judged.subscribe(this::show);
  }

  private void show(@Nullable Judged judged) {
    PropCalibration c = judged == null ? null : judged.props().get(prop);
    if (c == null) {
      ece.setText("–");
      event.setText("");
      interval.setText(judged == null ? "" : "not part of this version");
      reliability.show(List.of(), prop.ordinal());
      pit.show(List.of(), 0, prop.ordinal());
      scores.getChildren().clear();
      return;
    }
    boolean warned = c.ece() > Judged.THRESHOLD;
    ece.setText("ECE " + Digits.ece(c.ece(), 4));
    ece.getStyleClass().setAll("label", "headline", warned ? "caution" : "good");
    event.setText("event: more than " + Digits.fixed(c.line(), 1));
    interval.setText(
        "95 %% %s – %s; a perfect forecaster shows %s%s"
            .formatted(
                Digits.four(c.eceLow()),
                Digits.four(c.eceHigh()),
                Digits.four(c.ecePerfect()),
                warned ? ". ▲ above 0.05" : ""));
    reliability.show(
        c.bins().stream()
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
            .toList(),
        prop.ordinal());
    pit.show(c.pit(), c.rows(), prop.ordinal());
    showScores(c);
  }

  private void showScores(PropCalibration c) {
    scores.getChildren().clear();
    pair(
        "equal-mass ECE",
        Digits.four(c.eceEqualMass()),
        "debiased ECE",
        Digits.four(c.eceDebiased()));
    pair("log score", Digits.four(c.logScore()), "RPS", Digits.four(c.rps()));
    line(
        "Brier = miscal. − discrim. + uncert.",
        "%s = %s − %s + %s"
            .formatted(
                Digits.four(c.brier().score()),
                Digits.three(c.brier().miscalibration()),
                Digits.three(c.brier().discrimination()),
                Digits.three(c.brier().uncertainty())));
    line(
        "counts inside "
            + c.coverage().keySet().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" · "))
            + " % intervals",
        c.coverage().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(entry -> String.format(Locale.ROOT, "%.0f", 100 * entry.getValue()))
            .collect(Collectors.joining(" · ", "", " %")));
  }

  private void pair(String left, String leftValue, String right, String rightValue) {
    scores.addRow(
        scores.getRowCount(), quiet(left), small(leftValue), quiet(right), small(rightValue));
  }

  /// A figure that needs the whole width.
  private void line(String name, String value) {
    var row = new HBox(10, quiet(name), Nodes.spacer(), small(value));
    scores.add(row, 0, scores.getRowCount(), 4, 1);
  }

  private static Label quiet(String text) {
    Label label = small(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label small(String text) {
    var label = Nodes.whole(new Label(text));
    label.getStyleClass().add("small");
    return label;
  }

  void theme(Palette palette) {
    reliability.apply(palette);
    pit.apply(palette);
  }
}
