/// How far a chain is, as a bar in the chain's colour.
package dev.touchline.desktop.train;

import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// A cell of the chains' table.
final class ChainProgressCell extends TableCell<ChainLine, ChainRow> {
  private static final int COLOURS = 4;

  private final ProgressBar bar = new ProgressBar();

  private ChainProgressCell() {
    bar.setMaxWidth(Double.MAX_VALUE);
  }

  static TableColumn<ChainLine, ChainRow> column() {
    var column = new TableColumn<ChainLine, ChainRow>("progress");
    column.setPrefWidth(58);
    column.setSortable(false);
    column.setCellValueFactory(cell -> cell.getValue().row());
    column.setCellFactory(any -> new ChainProgressCell());
    return column;
  }

  @Override
  protected void updateItem(@Nullable ChainRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    bar.setProgress((double) row.done() / row.total());
    bar.setAccessibleText("Progress of chain " + (row.chain() + 1));
    String colour = "series-" + (row.chain() % COLOURS + 1);
    if (!bar.getStyleClass().contains(colour)) {
      bar.getStyleClass().setAll("progress-bar", colour);
    }
    if (getGraphic() != bar) {
      setGraphic(bar);
    }
  }
}
