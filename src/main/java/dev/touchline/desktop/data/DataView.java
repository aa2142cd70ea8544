/// The Data panel: source and import at the left, days and rows in the middle, checks at the right.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.chart.CalendarChart;
import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.part.DateField;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class DataView extends HBox {
  private static final String ANY = "any position";

  private final DataModel model;
  private final DataActions actions;
  private final FileDialogs dialogs;
  private final CalendarChart calendar = new CalendarChart();

  DataView(DataModel model, DataActions actions, ChartExports exports, FileDialogs dialogs) {
    this.model = model;
    this.actions = actions;
    this.dialogs = dialogs;
    getStyleClass().add("panel");
    Node rows = rows();
    VBox.setVgrow(rows, Priority.ALWAYS);
    var middle = new VBox(12, new MessageBar(model.message), days(exports), rows);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().addAll(new SourceView(model, actions, dialogs), middle, new FindingsView(model));
    takeDrops();
  }

  private void takeDrops() {
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles() && !model.busy.get()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    setOnDragDropped(
        event -> {
          List<Path> paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
          actions.importPaths(paths);
          event.setDropCompleted(true);
          event.consume();
        });
  }

  private Node days(ChartExports exports) {
    var node = new ChartNode(calendar, exports);
    node.setId("data-calendar");
    node.setMinHeight(110);
    node.setPrefHeight(190);
    model.matchesPerDay.subscribe(calendar::show);
    model.windows.subscribe(windows -> calendar.windows(windows));
    return notedCard(
        "Matches per day", new Label("shaded: the windows set on the Train panel"), node);
  }

  private Node rows() {
    var table = Nodes.<PlayerMatch>table("Rows", "No rows fit. Import a file, or ask for less.");
    table.setId("data-rows");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<PlayerMatch, ?>>of(
                column("date", 84, row -> row.matchDate().toString()),
                column("competition", 104, PlayerMatch::competition),
                column("player", 124, PlayerMatch::playerName),
                column("pos", 44, row -> row.position().name()),
                column("team", 92, PlayerMatch::teamName),
                column("opponent", 92, PlayerMatch::opponentName),
                column("venue", 52, row -> row.wasHome() ? "home" : "away"),
                numbers("min", 40, PlayerMatch::minutes, Digits::whole),
                numbers("goals", 48, PlayerMatch::goals, Digits::whole),
                numbers("shots", 48, PlayerMatch::shots, Digits::whole),
                numbers("cards", 48, PlayerMatch::cards, Digits::whole)));
    model.shown.subscribe(rows -> table.getItems().setAll(rows));
    VBox.setVgrow(table, Priority.ALWAYS);
    var count = new Label();
    count.setId("data-count");
    count.textProperty().bind(model.count);
    Button export =
        Nodes.button(
            "Export these…",
            () -> dialogs.save(this, "Export the rows", "rows.csv").ifPresent(actions::export));
    export.setId("data-export");
    export.setMinWidth(USE_PREF_SIZE);
    var note = new HBox(10, count, export);
    note.setAlignment(Pos.CENTER_LEFT);
    return notedCard("Rows", note, filter(), table);
  }

  private Node filter() {
    var search = new TextField();
    search.setId("data-search");
    search.setPromptText("player, team, opponent");
    search.setAccessibleText("Search rows");
    search.textProperty().bindBidirectional(model.search);
    HBox.setHgrow(search, Priority.ALWAYS);
    search.setMinWidth(90);
    var competition = new ComboBox<String>(model.competitions);
    competition.setAccessibleText("Competition");
    competition.setPrefWidth(150);
    competition.setMinWidth(80);
    competition.valueProperty().bindBidirectional(model.competition);
    var position = new ComboBox<String>();
    List<String> names = new ArrayList<>(List.of(ANY));
    for (Position one : Position.values()) {
      names.add(one.name());
    }
    position.getItems().setAll(names);
    position.setValue(ANY);
    position.setAccessibleText("Position");
    position.setPrefWidth(120);
    position.setMinWidth(70);
    position
        .valueProperty()
        .subscribe(
            name ->
                model.position.set(
                    name == null || name.equals(ANY) ? null : Position.valueOf(name)));
    var from = new DateField("data-from", model.from);
    from.setAccessibleText("From day");
    from.setPromptText("from");
    var to = new DateField("data-to", model.to);
    to.setAccessibleText("To day");
    to.setPromptText("to");
    for (DateField field : List.of(from, to)) {
      field.setPrefWidth(118);
      field.setMinWidth(80);
    }
    return new HBox(6, search, competition, position, from, to);
  }

  void theme(Palette palette) {
    calendar.apply(palette);
  }
}
