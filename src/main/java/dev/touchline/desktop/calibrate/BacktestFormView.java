/// The form of the backtest: which days, which models, how long to sample.
package dev.touchline.desktop.calibrate;

import static dev.touchline.desktop.part.Nodes.field;

import dev.touchline.desktop.part.DateField;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.work.Contenders;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class BacktestFormView extends VBox {
  private static final double NUMBER = 62;
  private static final double WIDE = 96;

  BacktestFormView(BacktestModel model) {
    super(8);
    var competition = new ComboBox<String>(model.competitions);
    competition.setId("backtest-competition");
    competition.valueProperty().bindBidirectional(model.competition);
    var step = new ComboBox<String>(FXCollections.observableArrayList("7d", "14d", "28d", "round"));
    step.setId("backtest-step");
    step.setEditable(true);
    step.getEditor().textProperty().bindBidirectional(model.step);
    step.getEditor().setAccessibleText("Step");
    VBox steps = field("Step", step);
    steps.setMinWidth(WIDE);
    steps.setPrefWidth(WIDE);
    HBox.setHgrow(steps, Priority.NEVER);
    step.setMinWidth(0);
    step.setPrefWidth(WIDE);
    VBox competitions = field("Competition", competition);
    competitions.setMinWidth(1.9 * WIDE);
    VBox name = field("Name", Nodes.input("backtest-name", model.name));
    name.setMinWidth(2 * WIDE);
    var row =
        new HBox(
            8,
            field("Forecast from", new DateField("backtest-from", model.from)),
            field("to", new DateField("backtest-to", model.to)),
            steps,
            competitions,
            number("Draws", "backtest-draws", model.draws, NUMBER),
            number("Chains", "backtest-chains", model.chains, NUMBER),
            number("Warm-up", "backtest-tune", model.tune, NUMBER),
            number("Seed", "backtest-seed", model.seed, WIDE),
            name);
    var fields = new VBox(8, row, models(model));
    fields.disableProperty().bind(model.running);
    var said = Nodes.whole(new Label());
    said.setId("backtest-plan");
    said.textProperty().bind(model.plan);
    said.getStyleClass().addAll("small", "muted");
    var problem = Nodes.whole(new Label());
    problem.setId("backtest-problem");
    problem.textProperty().bind(model.problem.map(text -> text.isEmpty() ? "" : "▲ " + text));
    problem.getStyleClass().addAll("small", "caution");
    for (Label line : new Label[] {said, problem}) {
      boolean trouble = line == problem;
      var shown = trouble ? model.problem.isNotEmpty() : model.problem.isEmpty();
      line.visibleProperty().bind(shown);
      line.managedProperty().bind(shown);
    }
    getChildren().addAll(fields, said, problem);
  }

  private static Node models(BacktestModel model) {
    var boxes = new HBox(14);
    Map<String, String> meanings = Contenders.descriptions();
    model.models.forEach(
        (key, taking) -> {
          var box = new CheckBox(key);
          box.setId("backtest-model-" + key);
          box.setMinWidth(USE_PREF_SIZE);
          box.setTooltip(new Tooltip(meanings.get(key)));
          box.setAccessibleHelp(meanings.get(key));
          box.selectedProperty().bindBidirectional(taking);
          boxes.getChildren().add(box);
        });
    boxes.setAlignment(Pos.CENTER_LEFT);
    boxes.setMinHeight(30);
    var label = new Label("Models and baselines");
    label.getStyleClass().add("field-label");
    var taking = new VBox(4, label, boxes);
    taking.setMinWidth(USE_PREF_SIZE);
    var against = new ComboBox<String>(model.taking);
    against.setId("backtest-against");
    against.valueProperty().bindBidirectional(model.against);
    VBox other = field("Set against", against);
    other.setMinWidth(1.4 * WIDE);
    other.setPrefWidth(1.4 * WIDE);
    HBox.setHgrow(other, Priority.NEVER);
    return new HBox(24, taking, other);
  }

  private static VBox number(String name, String id, StringProperty text, double width) {
    VBox field = field(name, Nodes.input(id, text));
    field.setMinWidth(width);
    field.setPrefWidth(width);
    HBox.setHgrow(field, Priority.NEVER);
    return field;
  }
}
