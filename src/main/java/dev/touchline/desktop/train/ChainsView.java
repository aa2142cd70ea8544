/// The middle of the Train panel during and after a run: trace, density, R-hat, chains.
package dev.touchline.desktop.train;

import static dev.touchline.desktop.part.Nodes.card;
import static dev.touchline.desktop.part.Nodes.notedCard;

import dev.touchline.desktop.chart.ChainDraws;
import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.DensityChart;
import dev.touchline.desktop.chart.RhatChart;
import dev.touchline.desktop.chart.TraceChart;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/// Nodes and bindings.
final class ChainsView extends VBox {
  private static final double NARROW = 560;
  private static final double ROW = 27;
  private static final double HEAD = 32;

  /// The density is drawn anew after this many changes of the trace: it costs more than the trace.
  private static final int DENSITY_EVERY = 3;

  private final TrainModel model;
  private final TraceChart trace = new TraceChart();
  private final DensityChart density = new DensityChart();
  private final RhatChart rhat = new RhatChart();

  ChainsView(TrainModel model, ChartExports exports) {
    super(12);
    this.model = model;
    Node traces = traces(exports);
    Node history = history(exports);
    VBox.setVgrow(traces, Priority.ALWAYS);
    VBox.setVgrow(history, Priority.ALWAYS);
    getChildren().addAll(traces, history, chains());
  }

  private Node traces(ChartExports exports) {
    var parameter = new SearchableComboBox<String>(model.parameters);
    parameter.setId("train-parameter");
    parameter.setAccessibleText("Parameter of the trace");
    parameter.setPrefWidth(230);
    parameter.valueProperty().bindBidirectional(model.parameter);
    var traceNode = new ChartNode(trace, exports);
    traceNode.setId("train-trace");
    HBox.setHgrow(traceNode, Priority.ALWAYS);
    var densityNode = new ChartNode(density, exports);
    densityNode.setId("train-density");
    densityNode.setMinWidth(170);
    densityNode.setPrefWidth(190);
    var charts = new HBox(8, traceNode, densityNode);
    charts.setMinHeight(90);
    VBox.setVgrow(charts, Priority.ALWAYS);
    charts
        .widthProperty()
        .subscribe(
            width -> {
              boolean wide = width.doubleValue() > NARROW;
              densityNode.setVisible(wide);
              densityNode.setManaged(wide);
            });
    model.trace.subscribe(this::showTrace);
    model.traceRevision.subscribe(
        revision -> {
          if (model.watching.get()) {
            trace.advance();
            if (revision.longValue() % DENSITY_EVERY == 0) {
              showDensity();
            }
          }
        });
    return notedCard("Trace", parameter, charts);
  }

  private void showTrace(List<ChainDraws> draws) {
    String name = model.parameter.get();
    trace.show(name == null ? "" : name, draws, model.traceTune.get(), model.traceTotal.get());
    showDensity();
  }

  private void showDensity() {
    String name = model.parameter.get();
    int tune = model.traceTune.get();
    density.show(
        name == null ? "" : name,
        model.trace.get().stream()
            .map(chain -> chain.from(Math.min(tune, chain.count())))
            .toList());
  }

  private Node history(ChartExports exports) {
    var node = new ChartNode(rhat, exports);
    node.setId("train-rhat");
    node.setMinHeight(90);
    VBox.setVgrow(node, Priority.ALWAYS);
    model.rhat.subscribe(
        histories ->
            rhat.show(histories, Math.max(1, model.traceTotal.get() - model.traceTune.get())));
    var note = new Label();
    model.rhat.subscribe(
        histories ->
            note.setText(
                histories.isEmpty()
                    ? "begins after 50 draws of each chain"
                    : worstOf(model.judged.get(), model.parameters.size())));
    return notedCard("R-hat over time", note, node);
  }

  private static String worstOf(int judged, int all) {
    return judged >= all
        ? "rank-normalised, the worst of " + Digits.whole(all)
        : "rank-normalised, the worst of %s looked at; the end judges all %s"
            .formatted(Digits.whole(judged), Digits.whole(all));
  }

  private Node chains() {
    TableView<ChainLine> table = Nodes.table("Chains", "The chains are starting.");
    table.setId("train-chains-table");
    table.getStyleClass().addAll("tight-table", "chains-table");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<ChainLine, ?>>of(
                ChainProgressCell.column(),
                number("draws", 88, ChainsView::draws),
                number("divergences", 78, row -> Digits.whole(row.divergences())),
                number("step size", 62, row -> Digits.three(row.stepSize())),
                number("tree depth", 68, row -> Digits.fixed(row.treeDepth(), 1)),
                number("acceptance", 76, row -> Digits.fixed(row.acceptance(), 2)),
                number("draws/s", 58, row -> Digits.whole(row.drawsPerSecond())),
                number("left", 48, row -> Digits.clock(row.secondsLeft()))));
    table.setItems(model.chainLines);
    model.chainLines.subscribe(
        () -> {
          double height = HEAD + ROW * Math.clamp(model.chainLines.size(), 2, 6) + 2;
          if (height != table.getPrefHeight()) {
            table.setPrefHeight(height);
            table.setMinHeight(height);
          }
        });
    return card("Chains", table);
  }

  private static TableColumn<ChainLine, String> number(
      String heading, double width, Function<ChainRow, String> of) {
    var column = text(heading, width, of);
    column.getStyleClass().add("number");
    return column;
  }

  /// A cell is drawn again only where its own text changes.
  private static TableColumn<ChainLine, String> text(
      String heading, double width, Function<ChainRow, String> of) {
    var column = new TableColumn<ChainLine, String>(heading);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> cell.getValue().row().map(of));
    return column;
  }

  private static String draws(ChainRow row) {
    return Digits.whole(row.done()) + " / " + Digits.whole(row.total());
  }

  void theme(Palette palette) {
    trace.apply(palette);
    density.apply(palette);
    rhat.apply(palette);
  }
}
