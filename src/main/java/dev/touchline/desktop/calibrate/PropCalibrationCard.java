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
  private final GridPane scores = new GridPane(10, 2);

  PropCalibrationCard(Prop prop, CalibrateModel model, ChartExports exports) {
    this.prop = prop;
    String name = Character.toUpperCase(prop.key().charAt(0)) + prop.key().substring(1);
    reliability = new ReliabilityChart(name + ": reliability");
    pit = new PitChart(name + ": PIT of the counts");
    getStyleClass().add("card");
    setMinWidth(0);
    setPrefWidth(400);
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
    diagram.setMinHeight(110);
    VBox.setVgrow(diagram, Priority.ALWAYS);
    var pitNode = new ChartNode(pit, exports);
    pitNode.setMinSize(100, 80);
    pitNode.setPrefSize(150, 120);
    HBox.setHgrow(pitNode, Priority.ALWAYS);
    var left = new ColumnConstraints();
    var right = new ColumnConstraints();
    right.setHalignment(HPos.RIGHT);
    scores.getColumnConstraints().addAll(left, right);
    scores.setMinWidth(USE_PREF_SIZE);
    var below = new HBox(12, scores, pitNode);
    below.setMinHeight(118);
    below.setPrefHeight(128);
    getChildren().addAll(new HBox(title, Nodes.spacer(), event), headline, diagram, below);
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
    ece.setText("ECE " + Digits.four(c.ece()));
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
    score(
        "equal-mass · debiased ECE",
        Digits.four(c.eceEqualMass()) + " · " + Digits.four(c.eceDebiased()));
    score("Brier score", Digits.four(c.brier().score()));
    score(
        "miscal. − discrim. + uncert.",
        "%s − %s + %s"
            .formatted(
                Digits.three(c.brier().miscalibration()),
                Digits.three(c.brier().discrimination()),
                Digits.three(c.brier().uncertainty())));
    score("log score", Digits.four(c.logScore()));
    score("RPS", Digits.four(c.rps()));
    score(
        "inside "
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

  private void score(String name, String value) {
    var key = new Label(name);
    key.getStyleClass().addAll("small", "muted");
    var text = new Label(value);
    text.getStyleClass().add("small");
    scores.addRow(scores.getRowCount(), key, text);
  }

  void theme(Palette palette) {
    reliability.apply(palette);
    pit.apply(palette);
  }
}
