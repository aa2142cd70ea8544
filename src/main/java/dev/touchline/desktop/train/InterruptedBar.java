/// Offers to go on with a run that was cut short; takes no room where there is none.
package dev.touchline.desktop.train;

import dev.touchline.desktop.part.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A sentence and two buttons.
final class InterruptedBar extends HBox {
  InterruptedBar(TrainModel model, TrainActions actions) {
    super(10);
    setId("train-interrupted");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("message", "info");
    var text = new Label();
    text.setId("train-interrupted-text");
    text.getStyleClass().add("strong");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinWidth(0);
    Button resume = Nodes.button("Resume", actions::resume, "primary");
    resume.setId("train-resume");
    Button discard = Nodes.button("Discard", actions::discard);
    discard.setId("train-discard");
    for (Button button : new Button[] {resume, discard}) {
      button.setMinWidth(USE_PREF_SIZE);
      button.disableProperty().bind(model.engineBusy);
    }
    getChildren().addAll(text, resume, discard);
    model.interrupted.subscribe(
        run -> {
          text.setText(run == null ? "" : run.text());
          resume.setAccessibleText(run == null ? "" : "Resume the run of " + run.version());
          discard.setAccessibleText(run == null ? "" : "Discard the run of " + run.version());
        });
    var shown = model.interrupted.isNotNull().and(model.running.not());
    visibleProperty().bind(shown);
    managedProperty().bind(shown);
  }
}
