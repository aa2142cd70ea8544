/// Every control of every panel is reached with the Tab key, in the order in which one reads.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabOrderTest {
  @TempDir Path home;

  @Test
  void tabVisitsEveryControlInReadingOrderAndShiftTabGoesBack() {
    EveryPanel.train(home);
    List<String> faults = new ArrayList<>();
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      EveryPanel.fill(bench);
      for (int panel = 1; panel <= 7; panel++) {
        bench.panel(panel);
        for (String part : parts(panel)) {
          if (!part.isEmpty()) {
            bench.click(part);
          }
          faults.addAll(TabOrder.faults(bench, "panel %d %s: ".formatted(panel, part)));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void arrowsGoThroughTheRail() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.panel(1);
      Fx.run(() -> bench.node(".rail-button").requestFocus());
      for (String name : List.of("Train", "Diagnose", "Calibrate", "Compare")) {
        bench.robot.type(KeyCode.DOWN);
        assertThat(Fx.call(() -> bench.workbench().window().panel().name())).isEqualTo(name);
      }
      bench.robot.type(KeyCode.UP);
      assertThat(Fx.call(() -> bench.workbench().window().panel().name())).isEqualTo("Calibrate");
    }
  }

  /// The buttons that change what a panel shows, each ending as it began.
  private static List<String> parts(int panel) {
    return switch (panel) {
      case 1 ->
          List.of(
              "#data-source-1",
              "#data-source-0",
              "#data-tab-1",
              "#data-tab-2",
              "#data-tab-3",
              "#data-tab-4",
              "#data-tab-0");
      case 2 -> List.of("#train-show-1", "#train-show-0");
      case 3 -> List.of("#diagnose-side-1", "#diagnose-side-0");
      case 4 -> List.of("#calibrate-shown-1", "#calibrate-shown-2", "#calibrate-shown-0");
      case 6 -> List.of("#predict-tab-1", "#predict-tab-2", "#predict-tab-0");
      default -> List.of("");
    };
  }
}
