/// The batch: paste or open a list, read the table, take it out.
package dev.touchline.desktop.predict;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class BatchView extends VBox {
  private final PredictModel model;
  private final PredictActions actions;
  private final FileDialogs dialogs;

  BatchView(PredictModel model, PredictActions actions, FileDialogs dialogs) {
    super(12);
    this.model = model;
    this.actions = actions;
    this.dialogs = dialogs;
    Node answers = answers();
    VBox.setVgrow(answers, Priority.ALWAYS);
    getChildren().addAll(list(), answers);
  }

  private Node list() {
    var text = new TextArea();
    text.setId("predict-batch");
    text.setAccessibleText("List of players to price");
    text.setPromptText(
        "player, opponent, venue, minutes\nBartek Pioka, Ysmark, away, 90\nBartek Pioka, Quentara, home");
    text.setPrefRowCount(6);
    text.setMinHeight(90);
    text.textProperty().bindBidirectional(model.batch);
    Nodes.leaveByTab(text);
    var open =
        Nodes.button(
            "Open a list…",
            () ->
                dialogs.open(this, "Open a list", List.of("csv", "txt", "tsv")).stream()
                    .findFirst()
                    .ifPresent(actions::openBatch));
    Button price = Nodes.button("Price all lines", actions::priceBatch, "primary");
    price.setId("predict-batch-go");
    price.disableProperty().bind(model.batch.isEmpty());
    var bar = new HBox(8, price, open);
    bar.setAlignment(Pos.CENTER_LEFT);
    return notedCard(
        "List", new Label("one line each; apart by commas, semicolons or tabs"), text, bar);
  }

  private Node answers() {
    TableView<BatchRow> table =
        Nodes.table("Prices of the list", "Paste a list above and price it.");
    table.setId("predict-batch-table");
    table.getStyleClass().add("wrapped-table");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<BatchRow, ?>>of(
                numbers("line", 40, BatchRow::line, Digits::whole),
                column("player", 124, BatchRow::player),
                column("opponent", 104, BatchRow::opponent),
                column("venue", 56, BatchRow::venue),
                minutes()));
    for (Prop prop : Prop.values()) {
      table
          .getColumns()
          .add(numbers(prop.key(), 54, row -> mean(row, prop), n -> Digits.fixed(n, 3)));
      TableColumn<BatchRow, Number> over =
          numbers("over", 68, row -> over(row, prop), n -> Figures.percent(n.doubleValue()));
      model.lines[prop.ordinal()].subscribe(
          line -> {
            over.setText("over %.1f".formatted(line.doubleValue()));
            table.refresh();
          });
      table.getColumns().add(over);
    }
    table.getColumns().add(Nodes.wrapped("note", 220, BatchRow::note));
    model.batchRows.subscribe(rows -> table.getItems().setAll(rows));
    VBox.setVgrow(table, Priority.ALWAYS);
    var note = new Label();
    note.textProperty().bind(model.batchNote);
    Button copy = Nodes.button("Copy", () -> Nodes.copy(text("\t")));
    copy.setId("predict-batch-copy");
    Button save = Nodes.button("Save as CSV…", this::save);
    save.setId("predict-batch-save");
    for (Button button : List.of(copy, save)) {
      button.disableProperty().bind(Bindings.isEmpty(table.getItems()));
    }
    var bar = new HBox(8, note, copy, save);
    bar.setAlignment(Pos.CENTER_LEFT);
    return notedCard("Prices", bar, table);
  }

  /// Text, since those that are expected are marked, but figures all the same.
  private static TableColumn<BatchRow, String> minutes() {
    TableColumn<BatchRow, String> column = column("min", 44, BatchRow::minutes);
    column.getStyleClass().add("number");
    return column;
  }

  private static double mean(BatchRow row, Prop prop) {
    Priced.PricedProp p = row.priced() == null ? null : row.priced().props().get(prop);
    return p == null ? Double.NaN : p.mean();
  }

  private double over(BatchRow row, Prop prop) {
    Priced.PricedProp p = row.priced() == null ? null : row.priced().props().get(prop);
    return p == null ? Double.NaN : p.over(model.lines[prop.ordinal()].get());
  }

  private String text(String separator) {
    return actions.batchTable().stream()
            .map(
                cells ->
                    cells.stream()
                        .map(cell -> quoted(cell, separator))
                        .collect(Collectors.joining(separator)))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String quoted(String cell, String separator) {
    return cell.contains(separator) || cell.contains("\"")
        ? "\"" + cell.replace("\"", "\"\"") + "\""
        : cell;
  }

  private void save() {
    dialogs.save(this, "Save the prices", "prices.csv").ifPresent(this::write);
  }

  private void write(Path file) {
    try {
      Files.writeString(file, text(","));
      model.message.set(Message.done("Saved to " + file + "."));
    } catch (IOException e) {
      model.message.set(
          Message.of(
              new Fault(
                  Fault.Kind.STORAGE,
                  "The file " + file + " cannot be written.",
                  "Choose another folder, or make room on the disk.",
                  e)));
    }
  }
}
