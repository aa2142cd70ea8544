/// The right of the Data panel: what the last import did, and what looks wrong.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.data.ImportReport;
import dev.touchline.data.Rejection;
import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class FindingsView extends VBox {
  private final DataModel model;
  private final VBox problems = new VBox(10);

  FindingsView(DataModel model) {
    super(12);
    this.model = model;
    setMinWidth(240);
    setPrefWidth(264);
    setMaxWidth(264);
    var scroll = new ScrollPane(problems);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var note = new Label();
    VBox checks = notedCard("Checks", note, scroll);
    VBox.setVgrow(checks, Priority.ALWAYS);
    getChildren().addAll(report(), checks);
    model.status.subscribe(
        (@Nullable StoreStatus status) -> {
          note.setText(
              status == null
                  ? "reading…"
                  : status.problems().isEmpty() ? "" : status.problems().size() + " found");
          show(status);
        });
  }

  private Node report() {
    var summary = new Label();
    summary.setId("data-report");
    summary.setWrapText(true);
    summary.setMinHeight(USE_PREF_SIZE);
    TableView<Rejection> table = Nodes.table("Rejected lines", "");
    table.setId("data-rejected");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<Rejection, ?>>of(
                numbers("line", 44, Rejection::line, Digits::whole),
                column("column", 70, Rejection::column),
                column("reason", 200, r -> r.reason() + " (" + r.file() + ")")));
    table.setPrefHeight(220);
    table.setMinHeight(120);
    VBox card = notedCard("Last import", new Label(), summary, table);
    model.report.subscribe(
        (@Nullable ImportReport report) -> {
          boolean rejected = report != null && !report.rejected().isEmpty();
          table.setVisible(rejected);
          table.setManaged(rejected);
          table.getItems().setAll(report == null ? List.of() : report.rejected());
          summary.setText(report == null ? "Nothing imported yet in this session." : words(report));
          summary
              .getStyleClass()
              .setAll("label", report == null ? "muted" : rejected ? "caution" : "good");
        });
    return card;
  }

  private static String words(ImportReport report) {
    String notes = report.notes().isEmpty() ? "" : "\n" + String.join("\n", report.notes());
    return "%s read: %s new, %s updated, %s unchanged, %s rejected; %s matches.%s"
        .formatted(
            Digits.whole(report.read()),
            Digits.whole(report.added()),
            Digits.whole(report.updated()),
            Digits.whole(report.unchanged()),
            Digits.whole(report.rejected().size()),
            Digits.whole(report.matches()),
            notes);
  }

  private void show(@Nullable StoreStatus status) {
    problems.getChildren().clear();
    if (status == null) {
      return;
    }
    if (status.problems().isEmpty()) {
      problems.getChildren().add(line("● Nothing looks wrong.", "good"));
    }
    for (StoreStatus.DataProblem problem : status.problems()) {
      var box = new VBox(2, line("▲ " + problem.message(), "caution"));
      box.getChildren().add(line(problem.remedy(), "muted"));
      if (!problem.examples().isEmpty()) {
        List<String> few = problem.examples().subList(0, Math.min(3, problem.examples().size()));
        box.getChildren().add(line("Such as: " + String.join("; ", few), "muted"));
      }
      problems.getChildren().add(box);
    }
  }

  private static Label line(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll("small", style);
    return label;
  }
}
