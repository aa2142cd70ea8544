/// The Diagnose panel: verdict on top, parameters at the left, plots of the chosen one beside them.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.DroppedFiles;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.TaskBar;
import dev.touchline.desktop.theme.Palette;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings: empty, judging, judged; failures stand above whichever it is.
final class DiagnoseView extends VBox {
  private static final double TABLE_SHARE = 0.53;

  private final DiagnoseModel model;
  private final DiagnoseActions actions;
  private final ScalarPlots plots;

  DiagnoseView(
      DiagnoseModel model, DiagnoseActions actions, ChartExports exports, FileDialogs dialogs) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("panel");
    plots = new ScalarPlots(model, actions, exports);
    BooleanBinding judged = model.report.isNotNull().and(model.working.not());
    var note = new MessageBar(model.note);
    getChildren()
        .addAll(
            new VerdictView(model, actions, dialogs),
            new MessageBar(model.message),
            note,
            shownWhile(judged, content()),
            shownWhile(model.working, progress()),
            shownWhile(model.report.isNull().and(model.working.not()), empty()));
    takeDrops();
  }

  private static Node shownWhile(ObservableBooleanValue condition, Node node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }

  private void takeDrops() {
    setOnDragOver(
        event -> {
          if (isTrace(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    setOnDragEntered(event -> mark(isTrace(event)));
    setOnDragExited(event -> mark(false));
    setOnDragDropped(
        event -> {
          if (isTrace(event)) {
            actions.open(DroppedFiles.of(event.getDragboard()).getFirst());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  /// Traces have many endings; what can only be rows is left to the window.
  private static boolean isTrace(DragEvent event) {
    List<Path> files = DroppedFiles.of(event.getDragboard());
    return !files.isEmpty() && !DroppedFiles.areRows(files);
  }

  private void mark(boolean target) {
    getStyleClass().remove("drop-target");
    if (target) {
      getStyleClass().add("drop-target");
    }
  }

  private Node content() {
    VBox table = new ScalarTable(model).card();
    HBox.setHgrow(plots, Priority.ALWAYS);
    var content = new HBox(12, table, plots);
    table.setMinWidth(0);
    table.prefWidthProperty().bind(content.widthProperty().multiply(TABLE_SHARE));
    table.maxWidthProperty().bind(table.prefWidthProperty());
    return content;
  }

  private Node progress() {
    var title = new Label();
    title.getStyleClass().add("empty-title");
    title.textProperty().bind(Bindings.concat("Judging ", model.workingOn));
    var bar = new TaskBar("Progress of the judgement", model.share, model.working);
    bar.setId("diagnose-progress");
    bar.setPrefWidth(360);
    var detail = new Label();
    detail.setId("diagnose-detail");
    detail.getStyleClass().add("muted");
    detail.textProperty().bind(model.detail);
    Button stop = Nodes.button("Stop", actions::stop);
    stop.setId("diagnose-stop");
    return centred(title, bar, detail, stop);
  }

  private Node empty() {
    var title = new Label();
    title.setId("diagnose-empty");
    title.getStyleClass().add("empty-title");
    title
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(model.versions))
                .then("No version yet: train one on the Train panel (Ctrl+2)")
                .otherwise("Choose a version, or open a trace"));
    var text =
        new Label(
            "Any InferenceData file in netCDF-4, also one that ArviZ wrote, can be opened or"
                + " dropped here.");
    text.getStyleClass().add("muted");
    return centred(title, text);
  }

  private static VBox centred(Node... nodes) {
    var box = new VBox(10, nodes);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  void theme(Palette palette) {
    plots.theme(palette);
  }
}
