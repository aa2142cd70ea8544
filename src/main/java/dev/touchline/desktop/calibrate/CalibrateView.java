/// The Calibrate panel: reliability, scores and PIT of each prop, groups of rows, and backtests.
package dev.touchline.desktop.calibrate;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.DateField;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import dev.touchline.desktop.part.TaskBar;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import dev.touchline.work.GroupCalibration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
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
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class CalibrateView extends VBox {
  private final CalibrateModel model;
  private final CalibrateActions actions;
  private final List<PropCalibrationCard> cards = new ArrayList<>();
  private final ChecksView checks;
  private final BacktestView backtest;

  CalibrateView(
      CalibrateModel model,
      CalibrateActions actions,
      BacktestModel backtests,
      BacktestActions backtestActions,
      ChartExports exports) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("panel");
    var props = new HBox(12);
    for (Prop prop : Prop.values()) {
      var card = new PropCalibrationCard(prop, model, exports);
      cards.add(card);
      HBox.setHgrow(card, Priority.ALWAYS);
      props.getChildren().add(card);
    }
    VBox.setVgrow(props, Priority.ALWAYS);
    var figures = new VBox(12, props, groups());
    checks = new ChecksView(model, exports);
    var content = new VBox(12, figures, checks);
    show(figures, CalibratePart.CALIBRATION);
    show(checks, CalibratePart.CHECKS);
    VBox.setVgrow(content, Priority.ALWAYS);
    var scroll = Nodes.scrolling(content);
    var any = model.judged.isNotNull();
    scroll.visibleProperty().bind(any);
    scroll.managedProperty().bind(any);
    var version = new VBox(12, head(), new MessageBar(model.message), scroll, empty());
    show(version, CalibratePart.CALIBRATION, CalibratePart.CHECKS);
    backtest = new BacktestView(backtests, backtestActions, exports);
    show(backtest, CalibratePart.BACKTEST);
    var shown =
        new Segments<>(
            "calibrate-shown", List.of(CalibratePart.values()), CalibratePart::label, model.part);
    getChildren().addAll(new HBox(shown), version, backtest);
  }

  private void show(VBox node, CalibratePart... parts) {
    VBox.setVgrow(node, Priority.ALWAYS);
    node.setMinHeight(0);
    var chosen = model.part.map(part -> List.of(parts).contains(part));
    node.visibleProperty().bind(chosen);
    node.managedProperty().bind(chosen);
  }

  private Node head() {
    var version = new ComboBox<String>(model.versions);
    version.setId("calibrate-version");
    version.setAccessibleText("Version");
    version.setPrefWidth(240);
    version.setMinWidth(100);
    version.valueProperty().bindBidirectional(model.version);
    var from = new DateField("calibrate-from", model.from);
    from.setPrefWidth(125);
    from.setAccessibleText("First day");
    var to = new DateField("calibrate-to", model.to);
    to.setPrefWidth(125);
    to.setAccessibleText("Last day");
    Button judge = Nodes.button("Judge", actions::judge, "primary");
    judge.setId("calibrate-go");
    judge.disableProperty().bind(model.working.or(model.version.isNull()));
    Button own = Nodes.button("Own window", actions::ownWindow, "quiet");
    for (Button button : List.of(judge, own)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    var bar = new HBox(8, version, quiet("from"), from, quiet("to"), to, own);
    for (Prop prop : Prop.values()) {
      var line = new TextField();
      line.setId("calibrate-line-" + prop.key());
      line.setPrefWidth(48);
      line.setMinWidth(44);
      line.setAccessibleText("Line of " + prop.key());
      line.textProperty().bindBidirectional(model.lines.get(prop));
      line.setOnAction(event -> actions.judge());
      bar.getChildren().addAll(quiet(prop.key() + " over"), line);
    }
    var busy = new TaskBar("Judging", new SimpleDoubleProperty(-1), model.working);
    busy.setPrefWidth(48);
    busy.visibleProperty().bind(model.working);
    bar.getChildren().addAll(judge, busy, Nodes.spacer(), headline());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("card");
    return bar;
  }

  private Node headline() {
    var average = new Label();
    average.setId("calibrate-average");
    average.setMinWidth(USE_PREF_SIZE);
    var note = new Label();
    note.getStyleClass().addAll("small", "muted");
    Nodes.whole(note);
    model.judged.subscribe(
        judged -> {
          boolean warned = judged != null && judged.averageEce() > Judged.THRESHOLD;
          average.setText(
              judged == null
                  ? ""
                  : (warned ? "▲ " : "● ")
                      + "average ECE "
                      + Digits.ece(judged.averageEce(), 4)
                      + (warned ? ", above 0.05" : ""));
          average.getStyleClass().setAll("label", "strong", warned ? "caution" : "good");
          note.setText(judged == null ? "" : judged.note());
        });
    var box = new VBox(1, average, note);
    box.setAlignment(Pos.CENTER_RIGHT);
    return box;
  }

  private static Label quiet(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", "muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Node groups() {
    TableView<GroupCalibration> table =
        Nodes.table("Calibration by groups of rows", "No groups yet.");
    table.setId("calibrate-groups");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<GroupCalibration, ?>>of(
                column("by", 80, GroupCalibration::kind),
                column("group", 100, GroupCalibration::name),
                numbers("rows", 70, GroupCalibration::rows, Digits::whole)));
    for (Prop prop : Prop.values()) {
      var group = new TableColumn<GroupCalibration, Number>(prop.key());
      group
          .getColumns()
          .addAll(
              List.of(
                  numbers("ECE", 70, row -> figure(row, prop, 0), Digits::four),
                  numbers("perfect", 70, row -> figure(row, prop, 1), Digits::four),
                  numbers("log score", 80, row -> figure(row, prop, 2), Digits::four)));
      table.getColumns().add(group);
    }
    table.setItems(model.groups);
    table.setMinHeight(150);
    table.setPrefHeight(220);
    var card =
        notedCard(
            "Groups of rows",
            new Label("perfect: the ECE that a perfect forecaster of as many rows would show"),
            table);
    VBox.setVgrow(table, Priority.ALWAYS);
    return card;
  }

  private static double figure(GroupCalibration row, Prop prop, int which) {
    PropCalibration c = row.calibration().get(prop);
    if (c == null) {
      return Double.NaN;
    }
    return which == 0 ? c.ece() : which == 1 ? c.ecePerfect() : c.logScore();
  }

  private Node empty() {
    var title = new Label();
    title.getStyleClass().add("empty-title");
    var text = new Label("A version is judged on the matches of its validation window.");
    text.getStyleClass().add("muted");
    Runnable say =
        () ->
            title.setText(
                model.working.get()
                    ? "Judging " + model.version.get() + "…"
                    : model.versions.isEmpty()
                        ? "No version yet: train one on the Train panel (Ctrl+2)"
                        : "Choose a version and a window, and press Judge");
    model.working.subscribe(working -> say.run());
    model.versions.subscribe(say);
    model.judged.subscribe((@Nullable Judged now) -> say.run());
    var box = new VBox(6, title, text);
    box.setAlignment(Pos.CENTER);
    VBox.setVgrow(box, Priority.ALWAYS);
    box.visibleProperty().bind(model.judged.isNull());
    box.managedProperty().bind(model.judged.isNull());
    return box;
  }

  void theme(Palette palette) {
    cards.forEach(card -> card.theme(palette));
    checks.theme(palette);
    backtest.theme(palette);
  }
}
