/// The Calibrate panel's backtest: form, progress, result.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.TaskBar;
import dev.touchline.desktop.theme.Palette;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class BacktestView extends VBox {
  private final BacktestModel model;
  private final BacktestActions actions;
  private final BacktestResultView result;

  BacktestView(BacktestModel model, BacktestActions actions, ChartExports exports) {
    super(12);
    this.model = model;
    this.actions = actions;
    result = new BacktestResultView(model, exports);
    var scroll = Nodes.scrolling(result);
    when(scroll, model.outcome.isNotNull());
    getChildren().addAll(head(), new MessageBar(model.message), interrupted(), scroll, empty());
  }

  private static void when(Node node, BooleanExpression shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }

  private Node head() {
    var label = new Label("Backtest");
    label.getStyleClass().add("strong");
    label.setMinWidth(USE_PREF_SIZE);
    var kept = new ComboBox<String>(model.kept);
    kept.setId("backtest-kept");
    kept.setAccessibleText("Backtest");
    kept.setPrefWidth(230);
    kept.valueProperty().bindBidirectional(model.chosen);
    kept.disableProperty().bind(model.running);
    var settings = new ToggleButton("Settings");
    settings.setId("backtest-settings");
    settings.setMinWidth(USE_PREF_SIZE);
    settings.selectedProperty().bindBidirectional(model.formShown);
    settings.disableProperty().bind(model.running);
    Button run = Nodes.button("Run", actions::run, "primary");
    run.setId("backtest-run");
    run.setAccessibleText("Run the backtest");
    run.disableProperty().bind(model.ready.not());
    when(run, model.running.not().and(model.formShown));
    Button stop = Nodes.button("Stop", actions::stop);
    stop.setId("backtest-stop");
    stop.setAccessibleText("Stop the backtest");
    stop.disableProperty().bind(model.stopping);
    model.stopping.subscribe(now -> stop.setText(now ? "Stopping…" : "Stop"));
    when(stop, model.running);
    for (Button button : List.of(run, stop)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    var bar = new HBox(10, label, kept, settings, Nodes.spacer(), run, stop);
    bar.setAlignment(Pos.CENTER_LEFT);
    var form = new BacktestFormView(model);
    when(form, model.formShown.and(model.running.not()));
    var card = new VBox(10, bar, form);
    card.getStyleClass().add("card");
    return card;
  }

  private Node interrupted() {
    var text = new Label();
    text.setId("backtest-interrupted");
    text.textProperty().bind(model.interrupted);
    text.getStyleClass().add("strong");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button resume = Nodes.button("Resume", actions::resume, "primary");
    resume.setId("backtest-resume");
    resume.setMinWidth(USE_PREF_SIZE);
    resume.accessibleTextProperty().bind(model.chosen.map(name -> "Resume the backtest " + name));
    resume.disableProperty().bind(model.engineBusy);
    when(resume, model.resumable);
    var bar = new HBox(10, text, resume);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("message", "info");
    when(bar, model.interrupted.isNotEmpty().and(model.running.not()));
    return bar;
  }

  /// What stands where there is no result: how far one is, or what to do.
  private Node empty() {
    var title = new Label();
    title.setId("backtest-title");
    title.getStyleClass().add("empty-title");
    var text = new Label();
    text.setId("backtest-progress");
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    var bar = new TaskBar("Progress of the backtest", model.share, model.running);
    bar.setId("backtest-bar");
    bar.setPrefWidth(420);
    when(bar, model.running);
    var warned = new Label();
    warned.setId("backtest-warned");
    warned.getStyleClass().addAll("small", "caution");
    warned.setWrapText(true);
    warned.setMaxWidth(800);
    Runnable say = () -> say(title, text, warned);
    for (var value :
        List.of(model.running, model.runs, model.progress, model.chosen, model.resumable)) {
      value.subscribe(say);
    }
    model.warnings.subscribe(say);
    model.kept.subscribe(say);
    say.run();
    var box = new VBox(8, title, bar, text, warned);
    box.setAlignment(Pos.CENTER);
    VBox.setVgrow(box, Priority.ALWAYS);
    when(box, model.outcome.isNull());
    return box;
  }

  private void say(Label title, Label text, Label warned) {
    boolean running = model.running.get();
    String chosen = model.chosen.get();
    boolean fresh = chosen == null || chosen.equals(BacktestModel.NEW);
    title.setText(
        running
            ? "Backtest " + model.runs.get()
            : fresh ? "Would it have paid?" : "No result of " + chosen + " yet");
    text.setText(
        running
            ? model.progress.get()
            : !fresh
                ? model.resumable.get()
                    ? "Resume goes on from the steps that are done."
                    : "Choose another backtest, or a new one."
                : "Press Run: models and baselines walk forward through the matches."
                    + (model.kept.size() > 1 ? " Earlier backtests are in the list above." : ""));
    warned.setText(
        !running || model.warnings.isEmpty()
            ? ""
            : "▲ "
                + model.warnings.getLast()
                + (model.warnings.size() > 1
                    ? " (%d such messages)".formatted(model.warnings.size())
                    : ""));
  }

  void theme(Palette palette) {
    result.theme(palette);
  }
}
