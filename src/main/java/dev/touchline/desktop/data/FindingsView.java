/// The Data panel's other tables: competitions, what looks wrong, and lines that were not taken.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.numbers;
import static dev.touchline.desktop.part.Nodes.wrapped;

import dev.touchline.data.ImportReport;
import dev.touchline.data.Rejection;
import dev.touchline.data.StoreStatus;
import dev.touchline.data.StoreStatus.CompetitionStatus;
import dev.touchline.data.StoreStatus.DataProblem;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Builds the tables; each follows the model.
final class FindingsView {
  private FindingsView() {}

  static TableView<CompetitionStatus> competitions(DataModel model) {
    TableView<CompetitionStatus> table =
        Nodes.table("Competitions", "No rows yet. Import a file, or load the sample.");
    table.setId("data-competitions");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<CompetitionStatus, ?>>of(
                column("competition", 220, CompetitionStatus::competition),
                numbers("rows", 80, CompetitionStatus::rows, Digits::whole),
                numbers("matches", 80, CompetitionStatus::matches, Digits::whole),
                numbers("players", 80, CompetitionStatus::players, Digits::whole),
                column("first day", 110, one -> one.firstDay().toString()),
                column("last day", 110, one -> one.lastDay().toString())));
    model.status.subscribe(
        (@Nullable StoreStatus status) ->
            table.getItems().setAll(status == null ? List.of() : status.competitions()));
    return table;
  }

  static TableView<DataProblem> checks(DataModel model) {
    TableView<DataProblem> table = Nodes.table("Checks", "");
    table.setId("data-checks");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<DataProblem, ?>>of(
                wrapped("what looks wrong", 230, problem -> "▲ " + problem.message()),
                wrapped("examples", 300, FindingsView::examples),
                wrapped("what to do", 260, DataProblem::remedy)));
    model.status.subscribe(
        (@Nullable StoreStatus status) -> {
          ((Label) table.getPlaceholder()).setText(clean(status));
          table.getItems().setAll(status == null ? List.of() : status.problems());
        });
    return table;
  }

  private static String clean(@Nullable StoreStatus status) {
    if (status == null) {
      return "The rows have not been checked yet.";
    }
    return status.rows() == 0
        ? "No rows to check yet. Import a file, or load the sample."
        : "● Nothing looks wrong: no duplicates, no impossible minutes or counts, no player with two"
            + " ids, no missing days, no incomplete match.";
  }

  private static String examples(DataProblem problem) {
    List<String> few = problem.examples();
    long more = problem.count() - few.size();
    return String.join("\n", few) + (more > 0 ? "\nand " + Digits.whole(more) + " more" : "");
  }

  static TableView<IdentityLine> identities(DataModel model) {
    TableView<IdentityLine> table =
        Nodes.table(
            "Players who may be one person",
            "● No two players look like one person, none is merged.");
    table.setId("data-identities");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<IdentityLine, ?>>of(
                column("now", 110, IdentityLine::state),
                wrapped("who", 430, IdentityLine::words),
                wrapped("why", 250, IdentityLine::reason)));
    Bindings.bindContent(table.getItems(), model.identities);
    return table;
  }

  static TableView<Rejection> rejected(DataModel model) {
    TableView<Rejection> table = Nodes.table("Rejected lines", "The last import rejected no line.");
    table.setId("data-rejected");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<Rejection, ?>>of(
                column("file", 170, Rejection::file),
                numbers("line", 50, FindingsView::line, Digits::whole),
                column("column", 110, Rejection::column),
                wrapped("reason", 460, Rejection::reason)));
    model.report.subscribe(
        (@Nullable ImportReport report) ->
            table.getItems().setAll(report == null ? List.of() : report.rejected()));
    return table;
  }

  /// NaN, which shows as a dash, where the whole file is meant.
  private static Number line(Rejection rejection) {
    // Not with `?:`, which would make a double of every line, and 3.0 of 3 on the clipboard.
    if (rejection.line() == 0) {
      return Double.NaN;
    }
    return rejection.line();
  }
}
