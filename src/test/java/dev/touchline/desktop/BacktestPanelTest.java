/// A backtest in the window: chosen, run, stopped, gone on with and opened again, by real clicks.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestPanelTest {
  @TempDir Path home;

  private static int rows(OpenWorkbench bench, String table) {
    return Fx.call(() -> ((TableView<?>) bench.node(table)).getItems().size());
  }

  private static boolean shown(OpenWorkbench bench, String id) {
    return Fx.call(() -> bench.node(id).isVisible());
  }

  /// As the list's button says it.
  private static String against(OpenWorkbench bench) {
    return Fx.call(
        () ->
            bench.node("#backtest-against").lookupAll(".list-cell").stream()
                .map(cell -> ((Labeled) cell).getText())
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(" ")));
  }

  private static String chosen(OpenWorkbench bench) {
    return Fx.call(() -> String.valueOf(((ComboBox<?>) bench.node("#backtest-kept")).getValue()));
  }

  @Test
  void aBacktestIsRunStoppedResumedAndOpenedAgainInASmallWindow() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      Fx.run(
          () -> {
            Stage stage = bench.workbench().window().stage();
            stage.setWidth(1280);
            stage.setHeight(720);
          });
      bench.panel(4);
      bench.click("#calibrate-shown-2");
      bench.await("the form", () -> bench.enabled("#backtest-run"));
      bench.look("backtest-empty");
      bench.type("#backtest-step", "yearly");
      assertThat(bench.label("#backtest-problem")).contains("\"yearly\" is not a step");
      assertThat(bench.enabled("#backtest-run")).isFalse();
      bench.look("backtest-problem");
      bench.type("#backtest-step", "7d");
      bench.type("#backtest-from", "2018-07-01");
      bench.type("#backtest-draws", "1500");
      bench.type("#backtest-tune", "200");
      bench.type("#backtest-chains", "2");
      bench.type("#backtest-name", "tiny");
      for (String out : new String[] {"reference", "trees"}) {
        bench.click("#backtest-model-" + out);
      }
      assertThat(against(bench)).isEqualTo("minutes");
      bench.click("#backtest-run");
      bench.await("a second step", () -> bench.label("#backtest-progress").startsWith("Step 2"));
      bench.look("backtest-running");
      bench.click("#backtest-stop");
      bench.await("the stop", () -> shown(bench, "#backtest-resume"));
      assertThat(bench.label("#backtest-interrupted"))
          .startsWith("The backtest tiny stopped after");
      assertThat(shown(bench, "#backtest-run")).isFalse();
      bench.look("backtest-stopped");
      bench.click("#backtest-resume");
      bench.await("the result", () -> !bench.label("#backtest-basis").isEmpty());
      assertThat(bench.label("#backtest-basis")).startsWith("tiny: ").contains("in 3 steps of 7d");
      assertThat(rows(bench, "#backtest-scores")).isEqualTo(9);
      assertThat(bench.chart("#backtest-chart-shots").chart().table().size()).isGreaterThan(4);
      assertThat(Fx.call(() -> bench.node("#backtest-chart-shots").getAccessibleText()))
          .contains("minus minutes")
          .contains("constant")
          .contains("shrunken");
      bench.look("backtest-result");
      bench.click("#backtest-shown-1");
      assertThat(rows(bench, "#backtest-parts")).isGreaterThan(50);
      bench.look("backtest-parts");
      // The list brings the form back, and the result again.
      bench.click("#backtest-kept");
      bench.robot.type(KeyCode.HOME).type(KeyCode.ENTER);
      bench.await("the form again", () -> shown(bench, "#backtest-run"));
      assertThat(bench.label("#backtest-basis")).isEmpty();
      bench.click("#backtest-kept");
      bench.robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
      bench.await("tiny", () -> bench.label("#backtest-basis").startsWith("tiny: "));
      assertThat(chosen(bench)).isEqualTo("tiny");
      assertThat(home.resolve("backtests/tiny/results.json")).satisfies(Files::exists);
      bench.click("#calibrate-shown-0");
      assertThat(bench.everything()).contains("No version yet: train one");
      assertThat(bench.unreadable()).isEmpty();
    }
  }
}
