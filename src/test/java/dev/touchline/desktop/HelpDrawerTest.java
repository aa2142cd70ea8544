/// Help in the window: F1, pages, links, the way back, and the way from a problem to its remedy.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.part.HelpEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpDrawerTest {
  @TempDir Path home;

  @Test
  void helpLeadsFromThePanelToItsPagesAndBack() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.panel(4);
      bench.robot.type(KeyCode.F1);
      bench.await("the panel's help", () -> bench.label("#help-title").equals("Calibrate"));
      follow(bench, "How to read the plots: Reliability");
      assertThat(bench.everything()).contains("Forecasts are put into bins");
      bench.picture("help-page");
      follow(bench, "Calibration");
      assertThat(bench.everything()).contains("ECE");
      back(bench);
      assertThat(bench.everything()).contains("Forecasts are put into bins");
      back(bench);
      assertThat(bench.label("#help-title")).isEqualTo("Calibrate");
      bench.picture("help-panel");
      everyPanelsPagesOpen(bench);
      aProblemOpensItsSection(bench);
    }
  }

  private static void everyPanelsPagesOpen(OpenWorkbench bench) {
    for (int panel = 1; panel <= 7; panel++) {
      bench.panel(panel);
      List<String> links = Fx.call(() -> links(bench).stream().map(Hyperlink::getText).toList());
      assertThat(links).as("links of panel " + panel).isNotEmpty();
      for (String link : links) {
        follow(bench, link);
        assertThat(bench.node("#help-back").isVisible()).isTrue();
        back(bench);
      }
    }
  }

  private static void aProblemOpensItsSection(OpenWorkbench bench) {
    Fx.run(
        () -> bench.node("#help-content").fireEvent(new HelpEvent("troubleshooting.md#database")));
    Node section = Fx.call(() -> content(bench).lookup("#database"));
    assertThat(section).isNotNull();
    bench.await(
        "the section",
        () -> Fx.call(() -> ((ScrollPane) bench.node("#help-content")).getVvalue()) > 0.1);
    bench.picture("help-section");
  }

  private static Node content(OpenWorkbench bench) {
    return ((ScrollPane) bench.node("#help-content")).getContent();
  }

  private static List<Hyperlink> links(OpenWorkbench bench) {
    List<Hyperlink> links = new ArrayList<>();
    Set<Node> found = content(bench).lookupAll(".hyperlink");
    found.forEach(node -> links.add((Hyperlink) node));
    return links;
  }

  private static void follow(OpenWorkbench bench, String text) {
    Fx.run(
        () ->
            links(bench).stream()
                .filter(link -> link.getText().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text))
                .fire());
  }

  private static void back(OpenWorkbench bench) {
    Fx.run(() -> ((Button) bench.node("#help-back")).fire());
  }
}
