/// Files may be dropped on any panel: rows are imported, a trace is diagnosed.
package dev.touchline.desktop;

import dev.touchline.desktop.part.DroppedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes what the panel in front has left. Whoever drops a file on Train means the same as on Data.
final class WindowDrops {
  private final Consumer<List<Path>> rows;
  private final Consumer<Path> trace;
  private final BooleanSupplier busy;

  /// `busy` says that nothing can be imported now.
  private WindowDrops(Consumer<List<Path>> rows, Consumer<Path> trace, BooleanSupplier busy) {
    this.rows = rows;
    this.trace = trace;
    this.busy = busy;
  }

  static void on(
      Node window, Consumer<List<Path>> rows, Consumer<Path> trace, BooleanSupplier busy) {
    var drops = new WindowDrops(rows, trace, busy);
    window.addEventHandler(DragEvent.DRAG_OVER, drops::offer);
    window.addEventHandler(DragEvent.DRAG_DROPPED, drops::take);
  }

  private void offer(DragEvent event) {
    List<Path> files = DroppedFiles.of(event.getDragboard());
    if (!files.isEmpty() && (DroppedFiles.areTrace(files) || !busy.getAsBoolean())) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void take(DragEvent event) {
    List<Path> files = DroppedFiles.of(event.getDragboard());
    if (DroppedFiles.areTrace(files)) {
      trace.accept(files.getFirst());
    } else if (!files.isEmpty()) {
      rows.accept(files);
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
