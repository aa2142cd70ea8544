/// Files dropped on the window go where they belong, whatever panel is in front.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowDropsTest {
  @TempDir Path folder;
  private final List<Path> rows = new ArrayList<>();
  private final List<Path> traces = new ArrayList<>();
  private boolean busy;

  @Test
  void rowsAreImportedAndATraceIsDiagnosed() throws IOException {
    Path csv = Files.createFile(folder.resolve("rows.csv"));
    Path trace = Files.createFile(folder.resolve("Trace.NC"));
    assertThat(drop(csv)).isTrue();
    assertThat(drop(folder)).isTrue();
    assertThat(drop(trace)).isTrue();
    assertThat(rows).containsExactly(csv, folder);
    assertThat(traces).containsExactly(trace);
  }

  @Test
  void whileATaskRunsOnlyATraceIsTaken() throws IOException {
    busy = true;
    assertThat(drop(Files.createFile(folder.resolve("rows.csv")))).isFalse();
    assertThat(drop(Files.createFile(folder.resolve("trace.nc")))).isTrue();
    assertThat(rows).isEmpty();
    assertThat(traces).hasSize(1);
  }

  /// Hovers, and drops where that is accepted.
  private boolean drop(Path file) {
    return Fx.call(
        () -> {
          var window = new Pane();
          WindowDrops.on(window, rows::addAll, traces::add, () -> busy);
          Dragboard board = DragboardHelper.createDragboard(DraggedFiles.clipboard());
          var content = new ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          board.setContent(content);
          boolean taken =
              fire(window, board, DragEvent.DRAG_OVER).getAcceptedTransferMode()
                  == TransferMode.COPY;
          return taken && fire(window, board, DragEvent.DRAG_DROPPED).isDropCompleted();
        });
  }

  private static DragEvent fire(Pane window, Dragboard board, EventType<DragEvent> type) {
    var event =
        new DragEvent(
            window,
            window,
            type,
            board,
            60,
            30,
            60,
            30,
            TransferMode.COPY,
            null,
            window,
            new PickResult(window, 60, 30));
    DragEvent[] seen = {event};
    window.addEventHandler(type, handled -> seen[0] = handled);
    Event.fireEvent(window, event);
    return seen[0];
  }
}
