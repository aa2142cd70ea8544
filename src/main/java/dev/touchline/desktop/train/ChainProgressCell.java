/// A chain's number, and how far it is, as a bar in its colour.
package dev.touchline.desktop.train;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// A cell of the chains' table.
final class ChainProgressCell extends TableCell<ChainLine, ChainRow> {
  private static final int COLOURS = 4;
  private static final double BAR = 54;

  private final ProgressBar bar = new ProgressBar();

  private ChainProgressCell() {
    bar.setPrefWidth(BAR);
    setContentDisplay(ContentDisplay.RIGHT);
    setGraphicTextGap(10);
  }

  static TableColumn<ChainLine, ChainRow> column() {
    var column = new TableColumn<ChainLine, ChainRow>("chain");
    column.setPrefWidth(86);
    column.setSortable(false);
    column.setCellValueFactory(cell -> cell.getValue().row());
    column.setCellFactory(any -> new ChainProgressCell());
    return column;
  }

  @Override
  protected void updateItem(@Nullable ChainRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText("");
      setGraphic(null);
      return;
    }
    setText("" + (row.chain() + 1));
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
