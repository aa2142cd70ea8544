/// The plots of the chosen parameter, two by four.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.chart.AutocorrelationChart;
import dev.touchline.desktop.chart.ChainDraws;
import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.DensityChart;
import dev.touchline.desktop.chart.EnergyChart;
import dev.touchline.desktop.chart.PairChart;
import dev.touchline.desktop.chart.RankChart;
import dev.touchline.desktop.chart.RhatChart;
import dev.touchline.desktop.chart.TraceChart;
import dev.touchline.desktop.chart.XyChart;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class ScalarPlots extends GridPane {
  private final TraceChart trace = new TraceChart();
  private final RankChart ranks = new RankChart();
  private final DensityChart density = new DensityChart();
  private final AutocorrelationChart autocorrelation = new AutocorrelationChart();
  private final RhatChart rhat = new RhatChart();
  private final PairChart pair = new PairChart();
  private final EnergyChart energy = new EnergyChart();

  ScalarPlots(DiagnoseModel model, ChartExports exports) {
    super(12, 12);
    for (int i = 0; i < 2; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(50);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < 4; i++) {
      var row = new RowConstraints();
      row.setPercentHeight(25);
      getRowConstraints().add(row);
    }
    setMinWidth(0);
    setPrefWidth(700);
    var name = new Label();
    name.getStyleClass().add("card-note");
    name.setMinWidth(0);
    model.looked.subscribe(
        (@Nullable Looked looked) -> name.setText(looked == null ? "" : looked.name()));
    add(plot(trace, exports, name), 0, 0, 2, 1);
    add(plot(ranks, exports, new Label("flat is good")), 0, 1);
    add(plot(density, exports, new Label("by chain")), 1, 1);
    add(plot(autocorrelation, exports, new Label()), 0, 2);
    add(plot(rhat, exports, new Label("of the chosen parameter")), 1, 2);
    add(plot(pair, exports, other(model)), 0, 3);
    add(plot(energy, exports, new Label("of all draws")), 1, 3);
    model.looked.subscribe(this::show);
    model.energy.subscribe(
        chains -> energy.show(chains.stream().allMatch(c -> c.length > 1) ? chains : List.of()));
  }

  private static Node other(DiagnoseModel model) {
    var other = new SearchableComboBox<String>(model.names);
    other.setId("diagnose-other");
    other.setPromptText("against the worst other");
    other.setAccessibleText("Second parameter of the pair plot");
    other.setPrefWidth(200);
    other.setMaxHeight(24);
    other.getStyleClass().add("small-combo");
    other.valueProperty().bindBidirectional(model.other);
    return other;
  }

  private static Node plot(XyChart chart, ChartExports exports, Node note) {
    var title = new Label(chart.title());
    title.getStyleClass().add("card-title");
    title.setMinWidth(USE_PREF_SIZE);
    note.getStyleClass().add("card-note");
    var head = new HBox(8, title, Nodes.spacer(), note);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(20);
    var node = new ChartNode(chart, exports);
    node.setMinHeight(60);
    node.setPrefHeight(100);
    VBox.setVgrow(node, Priority.ALWAYS);
    var card = new VBox(head, node);
    card.getStyleClass().addAll("card", "tight");
    return card;
  }

  private void show(@Nullable Looked looked) {
    if (looked == null) {
      trace.show("", List.of(), 0, 1);
      ranks.show(List.of());
      density.show("", List.of());
      autocorrelation.show(List.of());
      rhat.show(List.of(), 1);
      pair.show("", new double[0], "", new double[0], new boolean[0]);
      return;
    }
    int draws = Arrays.stream(looked.draws()).mapToInt(chain -> chain.length).max().orElse(1);
    trace.show(looked.name(), looked.chains().stream().map(ChainDraws::of).toList(), 0, draws);
    ranks.show(looked.chains());
    density.show(looked.name(), looked.chains());
    autocorrelation.show(looked.chains());
    rhat.show(
        List.of(
            new RhatChart.History(looked.name(), looked.history().at(), looked.history().rhat())),
        draws);
    pair.show(
        looked.name(),
        Looked.flat(looked.draws()),
        looked.otherName(),
        Looked.flat(looked.other()),
        looked.divergingFlat());
  }

  void theme(Palette palette) {
    for (XyChart chart : List.of(trace, ranks, density, autocorrelation, rhat, pair, energy)) {
      chart.apply(palette);
    }
  }
}
