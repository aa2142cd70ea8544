/// The parameters of a trace, thousands of them, sorted, filtered and searched.
package dev.touchline.desktop.diagnose;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.Judge;
import dev.touchline.football.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings. Without a heading clicked, the order is that of the model: most trouble
/// first.
final class ScalarTable {
  private static final int NONE = -1;

  private final DiagnoseModel model;
  private final TableView<ScalarRow> table = Nodes.table("Parameters", "No parameter fits.");
  private final Label order = new Label();
  private boolean filling;

  /// The row to scroll to once the table has room for it.
  private int wanted = NONE;

  /// Names as they are sorted, kept because JavaFX's own comparison of texts takes seconds with
  /// tens of thousands.
  private final Map<String, String> sortKeys = new HashMap<>();

  ScalarTable(DiagnoseModel model) {
    this.model = model;
    table.setId("diagnose-table");
    table.getColumns().setAll(columns());
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.setSortPolicy(
        any -> {
          fill();
          return true;
        });
    table
        .heightProperty()
        .subscribe(
            height -> {
              if (wanted != NONE) {
                Platform.runLater(() -> toRow(wanted));
              }
            });
    model.rows.subscribe(rows -> fill());
    model.chosen.subscribe(this::select);
    model.report.subscribe(report -> sortKeys.clear());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && !filling) {
                model.chosen.set(row);
              }
            });
  }

  private List<TableColumn<ScalarRow, ?>> columns() {
    TableColumn<ScalarRow, Number> rhat =
        judged("R-hat", 72, row -> row.summary().rhat(), Digits::rhat, v -> v > Judge.CAUTION_RHAT);
    rhat.setComparator(unknownLast(false));
    TableColumn<ScalarRow, Number> bulk =
        judged("ESS bulk", 74, row -> row.summary().essBulk(), this::ess, this::few);
    bulk.setComparator(unknownLast(true));
    TableColumn<ScalarRow, Number> tail =
        judged("ESS tail", 69, row -> row.summary().essTail(), this::ess, this::few);
    tail.setComparator(unknownLast(true));
    return List.of(
        byName(column("parameter", 110, ScalarRow::family)),
        byName(column("of", 146, ScalarRow::of)),
        rhat,
        bulk,
        tail,
        numbers("mean", 68, row -> row.summary().mean(), ScalarTable::value),
        numbers("sd", 56, row -> row.summary().sd(), ScalarTable::value),
        numbers("MCSE", 66, row -> row.summary().mcseMean(), Digits::sensible));
  }

  /// Accents and capitals do not count.
  private TableColumn<ScalarRow, String> byName(TableColumn<ScalarRow, String> column) {
    column.setComparator(Comparator.comparing(name -> sortKeys.computeIfAbsent(name, Names::fold)));
    return column;
  }

  /// Three decimals where they say something.
  private static String value(Number number) {
    double size = Math.abs(number.doubleValue());
    return size >= 0.001 && size < 1000 ? Digits.three(number) : Digits.sensible(number);
  }

  private String ess(Number number) {
    ConvergenceReport report = model.report.get();
    return report == null
        ? Digits.whole(number)
        : Digits.ess(number, ScalarRow.wanted(report.chains()));
  }

  private boolean few(double ess) {
    ConvergenceReport report = model.report.get();
    return report != null && ess < ScalarRow.wanted(report.chains());
  }

  /// In the order in which the worst come first at the first or second click, NaN comes last.
  private static Comparator<Number> unknownLast(boolean smallIsBad) {
    double unknown = smallIsBad ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    return Comparator.comparingDouble(
        number -> Double.isNaN(number.doubleValue()) ? unknown : number.doubleValue());
  }

  /// Numbers with a limit: what misses it is marked, not only coloured.
  private static TableColumn<ScalarRow, Number> judged(
      String heading,
      double width,
      ToDoubleFunction<ScalarRow> number,
      Function<Number, String> format,
      DoublePredicate misses) {
    TableColumn<ScalarRow, Number> column = numbers(heading, width, number::applyAsDouble, format);
    column.setCellFactory(
        any ->
            new TableCell<>() {
              {
                getStyleClass().add("number");
              }

              @Override
              protected void updateItem(Number item, boolean empty) {
                super.updateItem(item, empty);
                boolean marked = !empty && item != null && misses.test(item.doubleValue());
                getStyleClass().remove("misses");
                if (marked) {
                  getStyleClass().add("misses");
                }
                setText(empty || item == null ? "" : (marked ? "▲ " : "") + format.apply(item));
              }
            });
    return column;
  }

  private void fill() {
    List<ScalarRow> rows = model.rows.get();
    Comparator<ScalarRow> wanted = table.getComparator();
    order.setText(wanted == null ? "most trouble first" : "sorted by hand");
    if (wanted != null) {
      rows = new ArrayList<>(rows);
      rows.sort(wanted);
    }
    filling = true;
    table.getSelectionModel().clearSelection();
    // A new list is quicker than a change of tens of thousands of rows; a table forgets which
    // heading was clicked unless the list is of this class, which has nothing to sort here.
    table.setItems(new SortedList<>(FXCollections.observableList(rows)));
    filling = false;
    select(model.chosen.get());
  }

  private void select(@Nullable ScalarRow row) {
    if (row == null || filling || table.getSelectionModel().getSelectedItem() == row) {
      return;
    }
    List<ScalarRow> rows = table.getItems();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) == row) {
        filling = true;
        table.getSelectionModel().select(i);
        filling = false;
        toRow(Math.max(0, i - 3));
        return;
      }
    }
  }

  /// Brings a row to the top. A table that has no room for rows yet, because its panel has not been
  /// in front since the judgement came, would show its end instead, so there it waits.
  private void toRow(int row) {
    if (table.lookup(".virtual-flow") instanceof Region rows && rows.getHeight() > 0) {
      wanted = NONE;
      table.scrollTo(row);
    } else {
      wanted = row;
    }
  }

  /// The table in its card, with search and filter.
  VBox card() {
    VBox.setVgrow(table, Priority.ALWAYS);
    var search = new TextField();
    search.setId("diagnose-search");
    search.setPromptText("parameter, player, team");
    search.setAccessibleText("Search parameters by parameter, player or team");
    search.textProperty().bindBidirectional(model.search);
    HBox.setHgrow(search, Priority.ALWAYS);
    var family = new ComboBox<String>(model.families);
    family.setId("diagnose-family");
    family.setAccessibleText("Parameter family");
    family.setPrefWidth(180);
    family.setMinWidth(Region.USE_PREF_SIZE);
    family.valueProperty().bindBidirectional(model.family);
    var count = new Label();
    count.setId("diagnose-count");
    count.textProperty().bind(model.count);
    order.getStyleClass().add("card-note");
    return notedCard("Parameters", note(count), new HBox(6, search, family), table);
  }

  private Node note(Label count) {
    count.getStyleClass().add("card-note");
    return new HBox(12, order, count);
  }
}
