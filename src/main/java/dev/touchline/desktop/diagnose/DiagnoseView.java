/// The Diagnose panel: verdict on top, parameters at the left, plots of the chosen one beside them.
package dev.touchline.desktop.diagnose;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.diagnose.ConvergenceReport;
import java.io.File;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class DiagnoseView extends VBox {
  private final DiagnoseModel model;
  private final DiagnoseActions actions;
  private final FileDialogs dialogs;
  private final ScalarPlots plots;

  DiagnoseView(
      DiagnoseModel model, DiagnoseActions actions, ChartExports exports, FileDialogs dialogs) {
    this.model = model;
    this.actions = actions;
    this.dialogs = dialogs;
    getStyleClass().add("panel");
    plots = new ScalarPlots(model, exports);
    HBox.setHgrow(plots, Priority.ALWAYS);
    var content = new HBox(12, table(), plots);
    VBox.setVgrow(content, Priority.ALWAYS);
    content.visibleProperty().bind(model.report.isNotNull());
    content.managedProperty().bind(model.report.isNotNull());
    getChildren().addAll(head(), new MessageBar(model.message), content, empty());
    takeDrops();
  }

  private void takeDrops() {
    setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    setOnDragDropped(
        event -> {
          event.getDragboard().getFiles().stream()
              .findFirst()
              .map(File::toPath)
              .ifPresent(actions::open);
          event.setDropCompleted(true);
          event.consume();
        });
  }

  private Node head() {
    var version = new ComboBox<String>(model.versions);
    version.setId("diagnose-version");
    version.setAccessibleText("Version or unpublished run");
    version.setPrefWidth(180);
    version.setMinWidth(110);
    version.valueProperty().bindBidirectional(model.version);
    Button open =
        Nodes.button(
            "Open a trace…",
            () ->
                dialogs.open(this, "Open a trace", List.of("nc")).stream()
                    .findFirst()
                    .ifPresent(actions::open));
    open.setId("diagnose-open");
    open.setMinWidth(USE_PREF_SIZE);
    var busy = new ProgressIndicator();
    busy.setPrefSize(18, 18);
    busy.setMaxSize(18, 18);
    busy.visibleProperty().bind(model.working);
    busy.managedProperty().bind(model.working);
    busy.setAccessibleText("Judging");
    var verdict = new Label();
    verdict.setId("diagnose-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    var figures = new Label();
    figures.getStyleClass().addAll("small", "muted");
    figures.setWrapText(true);
    figures.setMinHeight(USE_PREF_SIZE);
    var words = new VBox(2, verdict, figures);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    model.report.subscribe(
        (@Nullable ConvergenceReport report) -> {
          verdict.setText(report == null ? "" : mark(report) + report.sentence());
          verdict.getStyleClass().setAll("label", "strong", style(report));
          figures.setText(report == null ? "" : figures(report));
        });
    var bar = new HBox(10, version, open, busy, words);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("card");
    return bar;
  }

  private static String mark(ConvergenceReport report) {
    return report.verdict() == ConvergenceReport.Verdict.CONVERGED ? "● " : "▲ ";
  }

  private static String style(@Nullable ConvergenceReport report) {
    return report == null
        ? "muted"
        : switch (report.verdict()) {
          case CONVERGED -> "good";
          case CAUTION -> "caution";
          case NOT_CONVERGED -> "bad";
        };
  }

  private static String figures(ConvergenceReport report) {
    return "%d chains × %s draws · largest R-hat %s · smallest ESS bulk %s, tail %s · E-BFMI %s · %s divergences%s"
        .formatted(
            report.chains(),
            Digits.whole(report.draws()),
            Digits.three(report.maxRhat()),
            Digits.whole(report.minEssBulk()),
            Digits.whole(report.minEssTail()),
            Digits.fixed(report.minEbfmi(), 2),
            Digits.whole(report.divergences()),
            report.advice().isEmpty() ? "" : ". " + String.join(" ", report.advice()));
  }

  private Node table() {
    TableView<ScalarRow> table = Nodes.table("Parameters", "No parameter fits.");
    table.setId("diagnose-table");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<ScalarRow, ?>>of(
                column("parameter", 200, row -> row.summary().name()),
                numbers("R-hat", 56, row -> row.summary().rhat(), Digits::three),
                numbers("ESS bulk", 72, row -> row.summary().essBulk(), Digits::whole),
                numbers("ESS tail", 70, row -> row.summary().essTail(), Digits::whole),
                numbers("mean", 62, row -> row.summary().mean(), Digits::three),
                numbers("sd", 56, row -> row.summary().sd(), Digits::three),
                numbers("MCSE", 60, row -> row.summary().mcseMean(), Digits::four)));
    table.getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.SINGLE);
    model.rows.subscribe(
        rows -> {
          ScalarRow before = model.chosen.get();
          table.getItems().setAll(rows);
          if (before != null) {
            table.getSelectionModel().select(before);
          }
        });
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                model.chosen.set(row);
              }
            });
    VBox.setVgrow(table, Priority.ALWAYS);
    var search = new TextField();
    search.setId("diagnose-search");
    search.setPromptText("parameter, player, team");
    search.setAccessibleText("Search parameters");
    search.textProperty().bindBidirectional(model.search);
    HBox.setHgrow(search, Priority.ALWAYS);
    var family = new ComboBox<String>(model.families);
    family.setId("diagnose-family");
    family.setAccessibleText("Parameter family");
    family.setPrefWidth(170);
    family.valueProperty().bindBidirectional(model.family);
    var count = new Label();
    count.textProperty().bind(model.count);
    VBox card =
        notedCard("Parameters, most trouble first", count, new HBox(6, search, family), table);
    card.setMinWidth(420);
    card.setPrefWidth(560);
    return card;
  }

  private Node empty() {
    var title = new Label();
    title.getStyleClass().add("empty-title");
    var text = new Label("Any InferenceData file in netCDF can be opened or dropped here.");
    text.getStyleClass().add("muted");
    Runnable say =
        () ->
            title.setText(
                model.working.get()
                    ? "Judging every parameter…"
                    : model.versions.isEmpty()
                        ? "No version yet: train one on the Train panel (Ctrl+2)"
                        : "Choose a version, or open a trace");
    model.working.subscribe(working -> say.run());
    model.versions.subscribe(say);
    var box = new VBox(6, title, text);
    box.setAlignment(Pos.CENTER);
    VBox.setVgrow(box, Priority.ALWAYS);
    box.visibleProperty().bind(model.report.isNull());
    box.managedProperty().bind(model.report.isNull());
    return box;
  }

  void theme(Palette palette) {
    plots.theme(palette);
  }
}
