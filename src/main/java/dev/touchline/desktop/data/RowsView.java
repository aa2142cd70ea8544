/// The Data panel's table of rows with its filter.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.part.DateField;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class RowsView extends VBox {
  private static final String ANY = "any position";

  private final DataModel model;

  RowsView(DataModel model, DataActions actions) {
    super(8);
    this.model = model;
    TableView<PlayerMatch> table = table();
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(filter(actions), table);
  }

  private TableView<PlayerMatch> table() {
    TableView<PlayerMatch> table = Nodes.table("Rows", "");
    table.setId("data-rows");
    ((Label) table.getPlaceholder()).textProperty().bind(model.empty);
    table
        .getColumns()
        .setAll(
            List.<TableColumn<PlayerMatch, ?>>of(
                column("date", 84, row -> row.matchDate().toString()),
                column("competition", 136, PlayerMatch::competition),
                column("player", 134, PlayerMatch::playerName),
                column("pos", 42, row -> row.position().name()),
                column("team", 110, PlayerMatch::teamName),
                column("opponent", 110, PlayerMatch::opponentName),
                column("venue", 52, row -> row.wasHome() ? "home" : "away"),
                numbers("min", 42, PlayerMatch::minutes, Digits::whole),
                numbers("goals", 48, PlayerMatch::goals, Digits::whole),
                numbers("shots", 48, PlayerMatch::shots, Digits::whole),
                numbers("cards", 48, PlayerMatch::cards, Digits::whole)));
    model.shown.subscribe(
        rows -> {
          table.getSelectionModel().clearSelection();
          table.getItems().setAll(rows);
          if (!table.getSortOrder().isEmpty()) {
            table.sort();
          }
          table.scrollTo(0);
        });
    return table;
  }

  private Node filter(DataActions actions) {
    var search = new TextField();
    search.setId("data-search");
    search.setPromptText("player, team, competition");
    search.setAccessibleText("Search rows");
    search.textProperty().bindBidirectional(model.search);
    HBox.setHgrow(search, Priority.ALWAYS);
    search.setMinWidth(120);
    var competition = new ComboBox<String>(model.competitions);
    competition.setId("data-competition");
    competition.setAccessibleText("Competition");
    competition.setPrefWidth(168);
    competition.setMinWidth(120);
    competition.valueProperty().bindBidirectional(model.competition);
    var from = new DateField("data-from", model.from);
    from.setAccessibleText("From day");
    from.setPromptText("from day");
    var to = new DateField("data-to", model.to);
    to.setAccessibleText("To day");
    to.setPromptText("to day");
    for (DateField field : List.of(from, to)) {
      field.setPrefWidth(124);
      field.setMinWidth(124);
    }
    // What was typed and is no day counts as none: it has to be cleared, too.
    Button clear =
        Nodes.button(
            "Clear",
            () -> {
              actions.clearFilter();
              from.getEditor().clear();
              to.getEditor().clear();
            });
    clear.setId("data-clear");
    clear.setAccessibleText("Clear the filter");
    clear.setMinWidth(USE_PREF_SIZE);
    clear
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    unfiltered()
                        && from.getEditor().getText().isEmpty()
                        && to.getEditor().getText().isEmpty(),
                model.search,
                model.competition,
                model.position,
                from.getEditor().textProperty(),
                to.getEditor().textProperty()));
    var line = new HBox(6, search, competition, position(), from, to, clear);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private boolean unfiltered() {
    return model.search.get().isEmpty()
        && DataModel.ALL.equals(model.competition.get())
        && model.position.get() == null;
  }

  private Node position() {
    var position = new ComboBox<String>();
    position.setId("data-position");
    position.getItems().add(ANY);
    for (Position one : Position.values()) {
      position.getItems().add(one.name());
    }
    position.setAccessibleText("Position");
    position.setPrefWidth(128);
    position.setMinWidth(122);
    model.position.subscribe(now -> position.setValue(now == null ? ANY : now.name()));
    position
        .valueProperty()
        .subscribe(
            name ->
                model.position.set(
                    name == null || name.equals(ANY) ? null : Position.valueOf(name)));
    return position;
  }
}
