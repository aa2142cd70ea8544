/// Every panel can be read and reached: nothing is cut off or faint, everything has a name.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryPanelTest {
  @TempDir Path home;

  /// 1280 × 720 is the smallest usual screen, and what 2560 × 1440 at 200 % leaves; the frame and
  /// the bars of a desktop take some of it.
  @Test
  void nothingIsCutOffFaintOrNamelessInASmallWindowAtBothScales() {
    EveryPanel.train(home);
    List<String> found = new ArrayList<>();
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      EveryPanel.fill(bench);
      for (Theme theme : Theme.values()) {
        Fx.run(
            () -> {
              bench.workbench().theme().set(theme);
              Stage stage = bench.workbench().window().stage();
              double scale = theme == Theme.LIGHT ? 1 : 2;
              stage.setRenderScaleX(scale);
              stage.setRenderScaleY(scale);
              stage.setWidth(1268);
              stage.setHeight(640);
            });
        for (int panel = 1; panel <= 7; panel++) {
          bench.panel(panel);
          String where = "%s, panel %d: ".formatted(theme, panel);
          bench.faults().forEach(line -> found.add(where + line));
          bench.faint().forEach(line -> found.add(where + line));
        }
      }
      if (!found.isEmpty()) {
        bench.picture("cut-off");
      }
    }
    assertThat(found).isEmpty();
  }

  /// What 1440 × 900 at 200 % leaves a window, and the smallest that it can be made.
  @Test
  void aLowWindowShowsItsBarsAndTheWholeRail() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      Stage stage = bench.workbench().window().stage();
      for (double height : new double[] {414, 400}) {
        Fx.run(
            () -> {
              stage.setWidth(719);
              stage.setHeight(height);
            });
        // The rail moves together in the frame after the one that found it too long.
        bench.await(
            "all bars at " + height,
            () ->
                Fx.call(
                    () ->
                        stage.getScene().getHeight() == height
                            && outside(stage.getScene()).isEmpty()));
        bench.picture("low-" + Math.round(height));
      }
    }
  }

  private static List<String> outside(Scene scene) {
    List<String> found = new ArrayList<>();
    for (String part : new String[] {".top-bar", ".rail-button", ".status-bar"}) {
      for (Node node : scene.getRoot().lookupAll(part)) {
        var bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.getMinY() < 0 || bounds.getMaxY() > scene.getHeight()) {
          found.add(part + " of " + scene.getHeight() + ": " + bounds);
        }
      }
    }
    Node rail = scene.getRoot().lookup(".rail");
    Node last = ((Parent) rail).getChildrenUnmodifiable().getLast();
    if (last.getBoundsInParent().getMaxY() > rail.getLayoutBounds().getHeight()) {
      found.add("The rail's last button ends below it: " + last.getBoundsInParent());
    }
    return found;
  }
}
