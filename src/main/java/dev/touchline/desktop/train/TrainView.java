/// The Train panel: the form at the left, dates or chains in the middle, the verdict at the right.
package dev.touchline.desktop.train;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Segments;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Puts the panel's parts together.
final class TrainView extends HBox {
  private final DatesView dates;
  private final ChainsView chains;

  TrainView(TrainModel model, TrainActions actions, ChartExports exports) {
    getStyleClass().add("panel");
    dates = new DatesView(model, exports);
    chains = new ChainsView(model, exports);
    for (Node part : List.of(dates, chains)) {
      boolean watching = part == chains;
      model.watching.subscribe(
          now -> {
            part.setVisible(now == watching);
            part.setManaged(now == watching);
          });
    }
    var tabs =
        new Segments<>(
            "train-show",
            List.of(false, true),
            watching -> watching ? "Chains" : "Dates",
            model.watching.asObject());
    tabs.setMaxWidth(220);
    var stack = new StackPane(dates, chains);
    VBox.setVgrow(stack, Priority.ALWAYS);
    var middle =
        new VBox(
            10, new MessageBar(model.message), new InterruptedBar(model, actions), tabs, stack);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(new TrainForm(model, actions), middle, new VerdictView(model, actions));
  }

  void theme(Theme theme) {
    dates.theme(theme.palette());
    chains.theme(theme.palette());
  }
}
