/// The windows of a training run are set on the calendar by keys alone.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarKeysTest {
  private static final int MOST_TABS = 60;

  @TempDir Path home;

  @Test
  void everyEdgeIsReachedAndMoved() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.panel(2);
      bench.await("the sample's dates", () -> !bench.text("#train-start").isEmpty());
      bench.type("#train-start", "2018-06-14");
      for (int i = 0; i < MOST_TABS && !bench.focused("#train-calendar"); i++) {
        bench.robot.type(KeyCode.TAB);
      }
      assertThat(bench.focused("#train-calendar")).isTrue();
      String end = bench.text("#validation-end");
      bench.robot.type(KeyCode.LEFT);
      assertThat(bench.text("#validation-end")).isLessThan(end);
      bench.robot.type(KeyCode.DOWN);
      assertThat(spoken(bench)).contains("training from 2018-06-14");
      bench.robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.PAGE_UP);
      assertThat(bench.text("#train-start")).isEqualTo("2018-06-09");
      String split = bench.text("#train-end");
      bench.robot.type(KeyCode.DOWN);
      bench.robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
      assertThat(bench.text("#train-end"))
          .isEqualTo(java.time.LocalDate.parse(split).minusDays(7).toString());
      assertThat(spoken(bench)).contains("training to " + bench.text("#train-end"));
      bench.picture("calendar-keys");
      assertThat(bench.faults()).isEmpty();
      bench.robot.type(KeyCode.TAB);
      assertThat(bench.focused("#train-calendar")).isFalse();
    }
  }

  private static String spoken(OpenWorkbench bench) {
    return Fx.call(() -> bench.chart("#train-calendar").getAccessibleText());
  }
}
