/// Pinned answers side by side.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.football.Prop;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A card an answer, with the lines as they are set now.
final class PinnedView extends ScrollPane {
  private final PredictModel model;
  private final PredictActions actions;
  private final FlowPane cards = new FlowPane(12, 12);

  PinnedView(PredictModel model, PredictActions actions) {
    this.model = model;
    this.actions = actions;
    setContent(new VBox(12, bar(), cards));
    setFitToWidth(true);
    model.pinned.subscribe(this::show);
    for (var line : model.lines) {
      line.subscribe(value -> show());
    }
    show();
  }

  /// All of them at once: into a spreadsheet, or away.
  private Node bar() {
    Button copy =
        Nodes.button(
            "Copy all as table",
            () -> Nodes.copy(PriceText.of(List.copyOf(model.pinned), model.lines)));
    copy.setId("predict-pinned-copy");
    Button none =
        Nodes.button("Unpin all", () -> List.copyOf(model.pinned).forEach(actions::unpin));
    none.setId("predict-pinned-none");
    var bar = new HBox(8, copy, none);
    bar.visibleProperty().bind(Bindings.isNotEmpty(model.pinned));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private void show() {
    cards.getChildren().clear();
    if (model.pinned.isEmpty()) {
      var title = new Label("Nothing is pinned yet");
      title.getStyleClass().add("empty-title");
      var text = new Label("Price a player on the tab \"One\" and press Pin to compare answers.");
      text.getStyleClass().add("muted");
      cards.getChildren().add(new VBox(6, title, text));
    }
    model.pinned.forEach(answer -> cards.getChildren().add(card(answer)));
  }

  private Node card(Priced answer) {
    var title = new Label(answer.title());
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    title.setMaxWidth(270);
    var remove = Nodes.button("×", () -> actions.unpin(answer), "quiet");
    remove.setAccessibleText("Unpin " + answer.title());
    var head = new HBox(8, title, Nodes.spacer(), remove);
    head.setAlignment(Pos.TOP_LEFT);
    var grid = new GridPane(16, 5);
    for (int i = 0; i < 5; i++) {
      var constraints = new ColumnConstraints();
      constraints.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
      grid.getColumnConstraints().add(constraints);
    }
    int column = 0;
    for (String heading :
        List.of(
            "",
            "mean",
            "%.0f %% interval".formatted(100 * answer.interval()),
            "over",
            "fair odds")) {
      grid.add(cell(heading, "muted"), column++, 0);
    }
    int row = 1;
    for (Prop prop : Prop.values()) {
      Priced.PricedProp p = answer.props().get(prop);
      if (p == null) {
        continue;
      }
      double line = model.lines[prop.ordinal()].get();
      double over = p.over(line);
      grid.add(cell(prop.key(), "strong"), 0, row);
      grid.add(cell(Figures.count(p.mean(), p), "strong"), 1, row);
      grid.add(
          cell(Figures.count(p.low(), p) + " – " + Figures.count(p.high(), p), "plain"), 2, row);
      grid.add(cell(Digits.fixed(line, 1) + ": " + Figures.percent(over), "plain"), 3, row);
      grid.add(cell(Figures.odds(over), "plain"), 4, row);
      row++;
    }
    var known = cell(answer.known(), answer.good() ? "good" : "caution");
    known.setWrapText(true);
    known.setMaxWidth(320);
    var version = cell("version " + answer.version(), "muted");
    var card = new VBox(head, grid, known, version);
    card.getStyleClass().add("card");
    card.setPrefWidth(360);
    return card;
  }

  private static Label cell(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", style);
    return label;
  }
}
