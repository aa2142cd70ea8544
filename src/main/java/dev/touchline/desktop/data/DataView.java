/// The Data panel: source and import at the left, days and tables at the right.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.notedCard;

import dev.touchline.desktop.chart.CalendarChart;
import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.part.DroppedFiles;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.theme.Palette;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class DataView extends StackPane {
  private static final double SIDE = 272;

  private final DataModel model;
  private final DataActions actions;
  private final CalendarChart calendar = new CalendarChart();
  private final Label dropHere = new Label();

  DataView(DataModel model, DataActions actions, ChartExports exports, FileDialogs dialogs) {
    this.model = model;
    this.actions = actions;
    var tables = new TablesView(model, actions, dialogs);
    VBox.setVgrow(tables, Priority.ALWAYS);
    var message = new MessageBar(model.message);
    message.setId("data-message");
    var right = new VBox(12, message, days(exports), tables);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    var panel = new HBox(side(dialogs), right);
    panel.getStyleClass().add("panel");
    dropHere.getStyleClass().add("drop-here");
    dropHere.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    dropHere.setAlignment(Pos.CENTER);
    dropHere.setMouseTransparent(true);
    dropHere.setVisible(false);
    getChildren().addAll(panel, dropHere);
    setOnDragOver(this::offer);
    setOnDragExited(event -> dropHere.setVisible(false));
    setOnDragDropped(this::take);
  }

  private Node side(FileDialogs dialogs) {
    var cards =
        new VBox(
            12,
            new SourceView(model, actions),
            new ImportView(model, actions, dialogs),
            new ContentView(model));
    cards.setMaxWidth(SIDE);
    var scroll = new ScrollPane(cards);
    scroll.getStyleClass().add("side");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinWidth(SIDE);
    scroll.setPrefWidth(SIDE);
    scroll.setMaxWidth(SIDE);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /// Says at once whether what hovers above may be dropped.
  private void offer(DragEvent event) {
    List<Path> paths = DroppedFiles.of(event.getDragboard());
    if (paths.isEmpty() || DroppedFiles.areTrace(paths)) {
      return;
    }
    dropHere.setVisible(true);
    if (model.busy.get()) {
      dropHere.setText("A task is running; importing waits until it has ended.");
    } else {
      dropHere.setText("Drop to import.");
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void take(DragEvent event) {
    List<Path> paths = DroppedFiles.of(event.getDragboard());
    dropHere.setVisible(false);
    if (DroppedFiles.areTrace(paths)) {
      return;
    }
    actions.importPaths(paths);
    event.setDropCompleted(!paths.isEmpty());
    event.consume();
  }

  private Node days(ChartExports exports) {
    var node = new ChartNode(calendar, exports);
    node.setId("data-calendar");
    node.setMinHeight(110);
    node.setPrefHeight(170);
    model.matchesPerDay.subscribe(calendar::show);
    var note = new Label();
    model.windows.subscribe(
        windows -> {
          calendar.windows(windows);
          note.setText(windows == null ? "" : "shaded: the windows set on the Train panel");
        });
    return notedCard("Matches per day", note, node);
  }

  void theme(Palette palette) {
    calendar.apply(palette);
  }
}
