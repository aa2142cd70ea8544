/// The head of the Diagnose panel: what is judged, the verdict, its figures, what to change.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.part.Advice;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.Judge;
import dev.touchline.diagnose.LimitDigits;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class VerdictView extends VBox {
  private final DiagnoseModel model;
  private final DiagnoseActions actions;
  private final Label verdict = new Label();
  private final Label advice = new Label();
  private final HBox figures = new HBox(26);

  VerdictView(DiagnoseModel model, DiagnoseActions actions, FileDialogs dialogs) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("card");
    setMinHeight(USE_PREF_SIZE);
    verdict.setId("diagnose-verdict");
    figures.setId("diagnose-figures");
    advice.setId("diagnose-advice");
    for (Label label : List.of(verdict, advice)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    HBox.setHgrow(figures, Priority.ALWAYS);
    figures.setAlignment(Pos.CENTER_RIGHT);
    var top = new HBox(24, source(dialogs), figures);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, verdict, advice, checks());
    model.report.subscribe(report -> show());
    model.working.subscribe(working -> show());
    model.divergencesKnown.subscribe(known -> show());
  }

  /// The way from "are these draws the posterior" to "does the model make such data".
  private Node checks() {
    Button checks =
        Nodes.button("Predictive checks of this version", actions::showChecks, "quiet", "link");
    checks.setId("diagnose-checks");
    var shown = model.checkable.and(model.report.isNotNull()).and(model.working.not());
    checks.visibleProperty().bind(shown);
    checks.managedProperty().bind(shown);
    return checks;
  }

  private Node source(FileDialogs dialogs) {
    var version = new ComboBox<String>(model.versions);
    version.setId("diagnose-version");
    version.setAccessibleText("Version or unpublished run");
    version.setPromptText("a version");
    version.setPrefWidth(200);
    version.setMinWidth(USE_PREF_SIZE);
    version.valueProperty().bindBidirectional(model.version);
    version.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.versions));
    Button open =
        Nodes.button(
            "Open a trace…",
            () ->
                dialogs.open(this, "Open a trace", List.of("nc")).stream()
                    .findFirst()
                    .ifPresent(actions::open));
    open.setId("diagnose-open");
    open.setMinWidth(USE_PREF_SIZE);
    var controls = new HBox(8, version, open);
    controls.setAlignment(Pos.CENTER_LEFT);
    var file = new Label();
    file.setId("diagnose-file");
    file.getStyleClass().addAll("small", "muted");
    file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    file.setMaxWidth(310);
    var path = new Tooltip();
    path.textProperty().bind(model.file);
    model.file.subscribe(
        text -> {
          file.setText(text.isEmpty() ? "" : "File: " + Path.of(text).getFileName());
          file.setTooltip(text.isEmpty() ? null : path);
        });
    file.managedProperty().bind(model.file.isNotEmpty());
    var box = new VBox(4, controls, file);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  private void show() {
    ConvergenceReport report = model.working.get() ? null : model.report.get();
    for (Node node : List.of(figures, verdict, advice)) {
      node.setVisible(report != null);
      node.setManaged(report != null);
    }
    figures.getChildren().clear();
    if (report == null) {
      verdict.setText("");
      return;
    }
    verdict.setText(mark(report.verdict()) + report.sentence());
    verdict.getStyleClass().setAll("label", "strong", style(report.verdict()));
    figures(report);
    advice.setText("→ " + String.join("\n→ ", Advice.inWindow(report.advice())));
    advice.setVisible(!report.advice().isEmpty());
    advice.setManaged(!report.advice().isEmpty());
  }

  private void figures(ConvergenceReport report) {
    double wanted = ScalarRow.wanted(report.chains());
    String few = "below " + Digits.whole(wanted);
    figures
        .getChildren()
        .addAll(
            figure(
                "largest R-hat",
                Digits.rhat(report.maxRhat()),
                report.maxRhat() > Judge.CAUTION_RHAT,
                "above " + Judge.CAUTION_RHAT),
            figure(
                "smallest ESS, bulk",
                Digits.ess(report.minEssBulk(), wanted),
                report.minEssBulk() < wanted,
                few),
            figure(
                "smallest ESS, tail",
                Digits.ess(report.minEssTail(), wanted),
                report.minEssTail() < wanted,
                few),
            figure(
                "smallest E-BFMI",
                Double.isNaN(report.minEbfmi())
                    ? "unknown"
                    : LimitDigits.below(report.minEbfmi(), 2, Judge.CAUTION_EBFMI),
                report.minEbfmi() < Judge.CAUTION_EBFMI,
                "below " + Judge.CAUTION_EBFMI),
            figure(
                "divergences",
                model.divergencesKnown.get() ? Digits.whole(report.divergences()) : "unknown",
                report.divergences() > 0,
                "0 wanted"),
            figure("draws × chains", shape(report), false, ""),
            figure("parameters", Digits.whole(report.scalars().size()), false, ""));
  }

  private static String shape(ConvergenceReport report) {
    return Digits.whole(report.draws()) + " × " + report.chains();
  }

  /// A figure under its name; one that misses its limit is marked and says which.
  private static Node figure(String name, String value, boolean misses, @Nullable String limit) {
    var caption = new Label(name);
    caption.getStyleClass().addAll("small", "muted");
    caption.setMinWidth(USE_PREF_SIZE);
    var number = new Label((misses ? "▲ " : "") + value);
    number.getStyleClass().addAll("strong", misses ? "caution" : "figure");
    number.setMinWidth(USE_PREF_SIZE);
    var why = new Label(misses ? limit : "");
    why.getStyleClass().addAll("small", "muted");
    why.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(6, number, why);
    line.setAlignment(Pos.BASELINE_LEFT);
    return new VBox(1, caption, line);
  }

  private static String mark(ConvergenceReport.Verdict verdict) {
    return switch (verdict) {
      case CONVERGED -> "● ";
      case CAUTION -> "▲ ";
      case NOT_CONVERGED -> "✕ ";
    };
  }

  private static String style(ConvergenceReport.Verdict verdict) {
    return switch (verdict) {
      case CONVERGED -> "good";
      case CAUTION -> "caution";
      case NOT_CONVERGED -> "bad";
    };
  }
}
