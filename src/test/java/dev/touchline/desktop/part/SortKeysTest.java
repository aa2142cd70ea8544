/// Tables are sorted by keys as by clicks upon their headings.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.Fx;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class SortKeysTest {
  private record Row(String name, int goals) {}

  @Test
  void altAndArrowsChooseTheColumnAndItsDirection() {
    TableView<Row> table = Fx.call(SortKeysTest::table);
    assertThat(after(table, KeyCode.UP)).as("nothing to turn").containsExactly("b", "c", "a");
    assertThat(after(table, KeyCode.RIGHT)).containsExactly("a", "b", "c");
    assertThat(after(table, KeyCode.DOWN)).containsExactly("c", "b", "a");
    assertThat(after(table, KeyCode.RIGHT)).as("by goals").containsExactly("c", "a", "b");
    assertThat(after(table, KeyCode.DOWN)).containsExactly("b", "a", "c");
    assertThat(after(table, KeyCode.UP)).containsExactly("c", "a", "b");
    after(table, KeyCode.RIGHT);
    assertThat(Fx.call(() -> List.copyOf(table.getSortOrder()))).as("past the end").isEmpty();
    assertThat(after(table, KeyCode.LEFT)).as("the last").containsExactly("c", "a", "b");
    assertThat(after(table, KeyCode.LEFT)).as("the first").containsExactly("a", "b", "c");
  }

  private static TableView<Row> table() {
    TableView<Row> table = Nodes.table("Rows", "none");
    table
        .getColumns()
        .setAll(
            List.of(
                Nodes.column("name", 80, Row::name),
                Nodes.numbers("goals", 80, Row::goals, Digits::whole)));
    table.getItems().setAll(new Row("b", 3), new Row("c", 1), new Row("a", 2));
    return table;
  }

  private static List<String> after(TableView<Row> table, KeyCode key) {
    return Fx.call(
        () -> {
          table.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, true, false));
          return table.getItems().stream().map(Row::name).toList();
        });
  }
}
