/// The Models panel: the table of versions and a card about the chosen one.
package dev.touchline.desktop.models;

import static dev.touchline.desktop.part.Nodes.button;
import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class ModelsView extends HBox {
  private final ModelsModel model;
  private final ModelsActions actions;
  private final VBox about = new VBox(8);

  ModelsView(ModelsModel model, ModelsActions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("panel");
    Node list = list();
    HBox.setHgrow(list, Priority.ALWAYS);
    about.setMinWidth(320);
    about.setPrefWidth(330);
    about.getStyleClass().add("card");
    getChildren().addAll(list, about);
    model.chosen.subscribe(this::describe);
  }

  private Node list() {
    TableView<ModelRow> table =
        Nodes.table("Versions", "No version yet. Train one on the Train panel (Ctrl+2).");
    table.setId("models-table");
    table
        .getColumns()
        .setAll(
            java.util.List.of(
                column("version", 104, row -> row.served() ? "● " + row.version() : row.version()),
                column("verdict", 84, ModelRow::verdict),
                column("trained on", 158, ModelRow::trained),
                column("props", 66, ModelRow::props),
                numbers("R-hat", 54, ModelRow::maxRhat, Digits::rhat),
                numbers("average ECE", 92, ModelRow::averageEce, n -> Digits.ece(n, 4)),
                numbers("size", 80, ModelRow::bytes, Digits::megabytes),
                column("created (UTC)", 122, ModelRow::created)));
    table.setItems(model.rows);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                model.chosen.set(row);
              }
            });
    model.chosen.subscribe(
        row -> {
          if (row != null && table.getSelectionModel().getSelectedItem() != row) {
            table.getSelectionModel().clearAndSelect(model.rows.indexOf(row));
          }
        });
    VBox.setVgrow(table, Priority.ALWAYS);
    var keep = new Spinner<Integer>(1, 99, 5);
    keep.setPrefWidth(70);
    keep.setEditable(true);
    keep.setAccessibleText("Versions to keep");
    var prune =
        new HBox(
            6,
            new Label("keep the newest"),
            keep,
            button("Prune…", () -> actions.askToPrune(keep.getValue())));
    prune.setAlignment(Pos.CENTER_LEFT);
    return notedCard("Versions", prune, question(), new MessageBar(model.message), table);
  }

  private Node question() {
    var text = new Label();
    text.textProperty().bind(model.question);
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button yes = button("Delete", actions::confirm, "primary");
    var bar = new HBox(10, text, Nodes.spacer(), yes, button("Keep", actions::cancel));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("message", "caution");
    bar.visibleProperty().bind(model.question.isNotEmpty());
    bar.managedProperty().bind(bar.visibleProperty());
    bar.visibleProperty()
        .subscribe(
            shown -> {
              if (shown) {
                yes.requestFocus();
              }
            });
    return bar;
  }

  private void describe(@Nullable ModelRow row) {
    about.getChildren().clear();
    if (row == null) {
      about.getChildren().add(line("Choose a version to see what is known of it.", "muted"));
      return;
    }
    Label title = line(row.version(), "headline");
    String style = row.usable() ? "good" : row.damage().isEmpty() ? "caution" : "bad";
    String state = (row.served() ? "served · " : "") + row.verdict();
    about.getChildren().addAll(title, line(state, style));
    if (!row.damage().isEmpty()) {
      about.getChildren().add(line("This version is damaged: " + row.damage(), "bad"));
      about.getChildren().add(line("Delete it and train it anew, or restore its folder.", "muted"));
    }
    for (ModelRow.Gate gate : row.gate()) {
      var name = new Label(gate.criterion());
      var value =
          new Label(
              gate.figure()
                  + (gate.criterion().endsWith(" ms") ? " ms" : "")
                  + (gate.holds() ? "  met" : "  not met"));
      value.getStyleClass().add(gate.holds() ? "good" : "bad");
      about.getChildren().add(new HBox(8, name, Nodes.spacer(), value));
    }
    if (!row.calibration().isEmpty()) {
      about.getChildren().add(calibration(row));
    }
    row.facts().forEach(fact -> about.getChildren().add(line(fact, "muted")));
    about.getChildren().addAll(Nodes.spacer(), buttons(row));
  }

  private static Node calibration(ModelRow row) {
    var grid = new GridPane(8, 5);
    grid.getStyleClass().add("facts");
    String[] headings = {"", "ECE", "95 % interval", "log score", "in " + ModelRow.INTERVAL + " %"};
    for (int i = 0; i < headings.length; i++) {
      var column = new ColumnConstraints();
      column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
      column.setHgrow(Priority.SOMETIMES);
      grid.getColumnConstraints().add(column);
      grid.add(small(headings[i], "muted"), i, 0);
    }
    for (ModelRow.PropRow prop : row.calibration()) {
      grid.addRow(
          grid.getRowCount(),
          small(prop.prop(), "strong"),
          small(Digits.four(prop.ece()), "plain"),
          small(Digits.four(prop.eceLow()) + " – " + Digits.four(prop.eceHigh()), "muted"),
          small(Digits.four(prop.logScore()), "plain"),
          small(Digits.fixed(100 * prop.coverage(), 0) + " %", "plain"));
    }
    grid.setMinHeight(USE_PREF_SIZE);
    return grid;
  }

  private static Label small(String text, String style) {
    var label = Nodes.whole(new Label(text));
    label.getStyleClass().addAll("small", style);
    return label;
  }

  private Node buttons(ModelRow row) {
    Button serve = button("Serve", actions::serve, "primary");
    serve.setDisable(row.served() || !row.damage().isEmpty());
    Button delete = button("Delete…", actions::askToDelete);
    delete.setDisable(row.served());
    Button compare = button("Compare…", actions::compare);
    compare.setId("models-compare");
    compare.setDisable(!row.comparable());
    serve.setId("models-serve");
    delete.setId("models-delete");
    var first = new HBox(8, serve, compare, button("Verify files", actions::verify));
    var second = new HBox(8, button("Open folder", actions::openFolder), delete);
    var box = new VBox(8, first, second);
    box.disableProperty().bind(Bindings.and(model.working, model.question.isEmpty()));
    return box;
  }

  private static Label line(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
