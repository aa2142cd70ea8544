/// Sorts a table without a mouse.
package dev.touchline.desktop.part;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/// Alt with left and right goes from column to column, past the ends back to the order of before;
/// Alt with up and down says whether the smallest or the largest comes first.
final class SortKeys {
  private SortKeys() {}

  static <T> void press(TableView<T> table, KeyEvent event) {
    if (!event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> go(table, -1);
      case RIGHT -> go(table, 1);
      case UP -> turn(table, SortType.ASCENDING);
      case DOWN -> turn(table, SortType.DESCENDING);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static <T> void go(TableView<T> table, int step) {
    List<TableColumn<T, ?>> columns =
        table.getVisibleLeafColumns().stream().filter(TableColumn::isSortable).toList();
    boolean sorted = !table.getSortOrder().isEmpty();
    int now = sorted ? columns.indexOf(table.getSortOrder().getFirst()) : -1;
    int next = now < 0 && step < 0 ? columns.size() - 1 : now + step;
    if (next < 0 || next >= columns.size()) {
      table.getSortOrder().clear();
    } else {
      columns.get(next).setSortType(SortType.ASCENDING);
      table.getSortOrder().setAll(List.of(columns.get(next)));
      table.scrollToColumn(columns.get(next));
    }
  }

  private static <T> void turn(TableView<T> table, SortType type) {
    if (!table.getSortOrder().isEmpty()) {
      table.getSortOrder().getFirst().setSortType(type);
    }
  }
}
