/// The form of the Compare panel: on which matches, which props, and how long to sample.
package dev.touchline.desktop.compare;

import static dev.touchline.desktop.part.Nodes.field;

import dev.touchline.desktop.part.DateField;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.football.Prop;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class CompareForm extends VBox {
  private static final double NUMBER = 62;

  CompareForm(CompareModel model, CompareActions actions) {
    super(8);
    var competition = new ComboBox<String>(model.competitions);
    competition.setId("compare-competition");
    competition.valueProperty().bindBidirectional(model.competition);
    var row =
        new HBox(
            8,
            field("Training from", new DateField("compare-start", model.trainStart)),
            field("to", new DateField("compare-end", model.trainEnd)),
            field("Validation until", new DateField("compare-validation", model.validationEnd)),
            field("Competition", competition),
            props(model),
            number("Draws", "compare-draws", model.draws),
            number("Chains", "compare-chains", model.chains),
            number("Warm-up", "compare-tune", model.tune),
            wide("Seed", "compare-seed", model.seed));
    row.disableProperty().bind(model.running);
    Button back = Nodes.button("Back to the version's own", actions::ownSettings, "quiet", "link");
    back.setId("compare-own");
    back.setMinWidth(USE_PREF_SIZE);
    back.visibleProperty().bind(model.changed.and(model.running.not()));
    var said = Nodes.whole(new Label());
    said.setId("compare-plan");
    said.textProperty().bind(model.plan);
    said.getStyleClass().addAll("small", "muted");
    var problem = Nodes.whole(new Label());
    problem.setId("compare-problem");
    problem.textProperty().bind(model.problem.map(text -> text.isEmpty() ? "" : "▲ " + text));
    problem.getStyleClass().addAll("small", "caution");
    problem.managedProperty().bind(model.problem.isNotEmpty());
    var below = new HBox(8, problem, said, Nodes.spacer(), back);
    below.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, below);
  }

  private static Node props(CompareModel model) {
    var boxes = new HBox(10);
    for (Prop prop : Prop.values()) {
      var box = new CheckBox(prop.label());
      box.setId("compare-prop-" + prop.key());
      box.setMinWidth(USE_PREF_SIZE);
      box.selectedProperty().bindBidirectional(model.chosen(prop));
      boxes.getChildren().add(box);
    }
    boxes.setAlignment(Pos.CENTER_LEFT);
    boxes.setMinHeight(30);
    var label = new Label("Props");
    label.getStyleClass().add("field-label");
    var field = new VBox(4, label, boxes);
    field.setMinWidth(USE_PREF_SIZE);
    return field;
  }

  private static Region wide(String name, String id, StringProperty text) {
    VBox field = field(name, Nodes.input(id, text));
    field.setMinWidth(1.4 * NUMBER);
    return field;
  }

  private static Node number(String name, String id, StringProperty text) {
    Region field = wide(name, id, text);
    field.setMinWidth(NUMBER);
    field.setPrefWidth(NUMBER);
    HBox.setHgrow(field, Priority.NEVER);
    return field;
  }
}
