/// The Calibrate panel's predictive checks.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.Segments;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A column a prop, after training or before it.
final class ChecksView extends VBox {
  private final List<PropChecksCard> cards = new ArrayList<>();

  ChecksView(CalibrateModel model, ChartExports exports) {
    super(12);
    var when =
        new Segments<>(
            "calibrate-when",
            List.of(false, true),
            before -> before ? "Before training" : "After training",
            model.beforeTraining);
    when.setMinWidth(USE_PREF_SIZE);
    var note =
        new Label(
            "Bars hang from what the model expects and are as long as what happened: feet inside"
                + " the band lie among 95 % of the model's own data sets.");
    note.getStyleClass().addAll("small", "muted");
    note.setWrapText(true);
    var head = new HBox(12, when, note);
    head.setAlignment(Pos.CENTER_LEFT);
    var props = new HBox(12);
    for (Prop prop : Prop.values()) {
      var card = new PropChecksCard(prop, model, exports);
      cards.add(card);
      HBox.setHgrow(card, Priority.ALWAYS);
      props.getChildren().add(card);
    }
    VBox.setVgrow(props, Priority.ALWAYS);
    getChildren().addAll(head, props);
  }

  void theme(Palette palette) {
    cards.forEach(card -> card.theme(palette));
  }
}
