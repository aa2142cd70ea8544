/// The middle of the Train panel before a run: matches per day, and what the windows hold.
package dev.touchline.desktop.train;

import static dev.touchline.desktop.part.Nodes.card;
import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.chart.CalendarChart;
import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.football.Prop;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class DatesView extends VBox {
  private static final double ROW = 27;
  private static final double HEAD = 60;

  private final TrainModel model;
  private final CalendarChart calendar = new CalendarChart();

  DatesView(TrainModel model, ChartExports exports) {
    super(12);
    this.model = model;
    var node = new ChartNode(calendar, exports);
    node.setId("train-calendar");
    VBox.setVgrow(node, Priority.ALWAYS);
    VBox days =
        notedCard(
            "Matches per day",
            new Label("drag the edges, move them by arrow keys, or type dates"),
            node);
    VBox.setVgrow(days, Priority.ALWAYS);
    model.running.subscribe(running -> calendar.onMoved(running ? null : this::take));
    model.matchesPerDay.subscribe(calendar::show);
    model.windows.subscribe(windows -> calendar.windows(windows));
    getChildren().addAll(days, rates());
  }

  private void take(CalendarChart.Windows windows) {
    model.trainStart.set(windows.trainStart());
    model.trainEnd.set(windows.trainEnd());
    model.validationEnd.set(windows.validationEnd());
  }

  private Node rates() {
    TableView<WindowRates> table =
        Nodes.table("Events per 90 minutes in both windows", "No rows in these windows.");
    table.setId("train-rates");
    table.getColumns().add(column("position", 80, WindowRates::name));
    table.getColumns().add(window("training", true));
    table.getColumns().add(window("validation", false));
    table.setItems(model.rates);
    double height = HEAD + 5 * ROW + 2;
    table.setMinHeight(height);
    table.setPrefHeight(height);
    return card("Events per 90 minutes", table);
  }

  private static TableColumn<WindowRates, Number> window(String name, boolean training) {
    var group = new TableColumn<WindowRates, Number>(name);
    group
        .getColumns()
        .add(
            numbers(
                "rows", 70, row -> training ? row.rows() : row.validationRows(), Digits::whole));
    for (Prop prop : Prop.values()) {
      int k = prop.ordinal();
      group
          .getColumns()
          .add(
              numbers(
                  prop.key(),
                  70,
                  row -> training ? row.training()[k] : row.validation()[k],
                  Digits::three));
    }
    return group;
  }

  void theme(Palette palette) {
    calendar.apply(palette);
  }
}
