/// Gives the columns of a table the room there is, in proportion to the widths they were made with.
package dev.touchline.desktop.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// A resize policy; a column dragged by hand keeps its new share.
final class ProportionalColumns<T> implements Callback<TableView.ResizeFeatures, Boolean> {
  private static final double SCROLL_BAR = 14;

  private final Map<TableColumnBase<?, ?>, Double> shares = new WeakHashMap<>();

  @Override
  @SuppressWarnings("rawtypes") // JavaFX declares the policy's argument raw
  public Boolean call(TableView.ResizeFeatures features) {
    TableView<?> table = (TableView<?>) features.getTable();
    List<TableColumn<?, ?>> columns = leaves(table);
    for (TableColumn<?, ?> column : columns) {
      shares.computeIfAbsent(column, any -> column.getPrefWidth());
    }
    TableColumnBase<?, ?> dragged = features.getColumn();
    if (dragged != null) {
      shares.merge(dragged, features.getDelta(), Double::sum);
      shares.compute(dragged, (any, share) -> Math.max(20, share == null ? 20 : share));
    }
    double sum = columns.stream().mapToDouble(column -> shares.getOrDefault(column, 80.0)).sum();
    double room = Math.max(50, table.getWidth() - SCROLL_BAR);
    double scale = Math.max(room / sum, 0.6);
    for (TableColumn<?, ?> column : columns) {
      features.setColumnWidth(column, Math.floor(scale * shares.getOrDefault(column, 80.0)));
    }
    return true;
  }

  private static List<TableColumn<?, ?>> leaves(TableView<?> table) {
    return new ArrayList<>(table.getVisibleLeafColumns());
  }
}
