/// The plots of the chosen parameter: how its chains mix, and where the posterior is hard.
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
import dev.touchline.desktop.part.Segments;
import dev.touchline.desktop.theme.Palette;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class ScalarPlots extends VBox {
  /// Which plots are in front.
  private enum Side {
    CHAINS("Chains"),
    MIXING("Mixing and pairs");

    private final String title;

    Side(String title) {
      this.title = title;
    }
  }

  private static final int COLUMNS = 2;

  private final TraceChart trace = new TraceChart();
  private final RankChart ranks = new RankChart();
  private final DensityChart density = new DensityChart();
  private final AutocorrelationChart autocorrelation = new AutocorrelationChart();
  private final RhatChart rhat = new RhatChart();
  private final PairChart pair = new PairChart();
  private final EnergyChart energy = new EnergyChart();
  private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.CHAINS);

  ScalarPlots(DiagnoseModel model, DiagnoseActions actions, ChartExports exports) {
    super(8);
    setMinWidth(0);
    setPrefWidth(560);
    Node chains = chains(exports);
    Node mixing = mixing(model, actions, exports);
    side.subscribe(
        now -> {
          chains.setVisible(now == Side.CHAINS);
          mixing.setVisible(now == Side.MIXING);
        });
    var stack = new StackPane(chains, mixing);
    VBox.setVgrow(stack, Priority.ALWAYS);
    stack.setMinHeight(0);
    getChildren().addAll(head(model, actions), stack);
    model.looked.subscribe(this::show);
    model.energy.subscribe(
        all -> energy.show(all.stream().allMatch(c -> c.length > 1) ? all : List.of()));
  }

  private Node head(DiagnoseModel model, DiagnoseActions actions) {
    var name = new Label();
    name.setId("diagnose-name");
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    var whole = new Tooltip();
    whole.textProperty().bind(name.textProperty());
    name.setTooltip(whole);
    Button subject = Nodes.button("", actions::showSubject, "quiet", "link");
    subject.setId("diagnose-subject");
    subject.setMinWidth(0);
    model.chosen.subscribe(
        (@Nullable ScalarRow row) -> {
          name.setText(row == null ? "" : row.summary().name());
          boolean any = row != null && !row.subject().isEmpty();
          subject.setText(any ? "All of " + row.subject() : "");
          subject.setVisible(any);
          subject.setManaged(any);
        });
    var sides = new Segments<>("diagnose-side", List.of(Side.values()), one -> one.title, side);
    sides.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(6, name, subject, Nodes.spacer(), sides);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node chains(ChartExports exports) {
    GridPane grid = grid(46, 54);
    grid.add(plot(trace, exports, new Label()), 0, 0, 2, 1);
    grid.add(plot(ranks, exports, new Label("flat is good")), 0, 1);
    grid.add(plot(density, exports, new Label("should overlap")), 1, 1);
    return grid;
  }

  private Node mixing(DiagnoseModel model, DiagnoseActions actions, ChartExports exports) {
    GridPane grid = grid(50, 50);
    grid.add(plot(autocorrelation, exports, new Label("should fall quickly")), 0, 0);
    grid.add(plot(rhat, exports, new Label("should settle below 1.01")), 1, 0);
    grid.add(plot(pair, exports, other(model, actions)), 0, 1);
    grid.add(plot(energy, exports, new Label("shapes should agree")), 1, 1);
    return grid;
  }

  private static GridPane grid(double... heights) {
    var grid = new GridPane(12, 12);
    for (int i = 0; i < COLUMNS; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    for (double height : heights) {
      var row = new RowConstraints();
      row.setPercentHeight(height);
      grid.getRowConstraints().add(row);
    }
    return grid;
  }

  private static Node other(DiagnoseModel model, DiagnoseActions actions) {
    var other = new ComboBox<String>(model.names);
    other.setId("diagnose-other");
    other.setPromptText("worst other");
    other.setAccessibleText("Second parameter of the pair plot");
    other.setPrefWidth(120);
    other.setMinWidth(0);
    other.setMaxHeight(24);
    other.getStyleClass().add("small-combo");
    other.valueProperty().bindBidirectional(model.other);
    Button use = Nodes.button("Keep as second", actions::useAsSecond, "quiet", "link");
    use.setId("diagnose-second");
    use.setAccessibleText("Keep the chosen parameter as the second of the pair plot");
    use.setMinWidth(USE_PREF_SIZE);
    var box = new HBox(4, use, other);
    box.setAlignment(Pos.CENTER_RIGHT);
    return box;
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
