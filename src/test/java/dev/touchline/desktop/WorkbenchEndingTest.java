/// Closing the window: while chains run it asks, and while rows are read it does not wait.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.shell.Settings;
import dev.touchline.work.InterruptedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchEndingTest {
  @TempDir Path home;

  private static void askToClose(OpenWorkbench bench) {
    var stage = bench.workbench().window().stage();
    Fx.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @Test
  void whileChainsRunItAsksAndKeepsWhatTheyHave() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      bench.fill("#train-draws", "100000");
      bench.fill("#train-tune", "100");
      bench.fill("#train-version", "long");
      bench.click("#train-go");
      bench.await("draws", () -> bench.chart("#train-trace").chart().table().size() > 300);
      askToClose(bench);
      bench.await("the question", () -> bench.node("#shell-close-anyway").isVisible());
      assertThat(bench.closed()).isFalse();
      bench.click("#shell-stay");
      assertThat(Fx.call(() -> bench.node("#shell-stay").getParent().isVisible())).isFalse();
      assertThat(bench.enabled("#train-stop")).isTrue();
      askToClose(bench);
      bench.click("#shell-close-anyway");
      bench.await("the end", bench::closed);
      assertThat(bench.workspace.models().list()).isEmpty();
      List<InterruptedRun> runs = bench.workspace.checkpoints().list();
      assertThat(runs).extracting(InterruptedRun::version).containsExactly("long");
      assertThat(runs.getFirst().done().getFirst()).isPositive();
    }
    // The next start offers to go on with it.
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.await(
          "the offer", () -> bench.label("#train-interrupted-text").startsWith("The run of long"));
      bench.click("#train-resume");
      bench.await("the run", () -> bench.enabled("#train-stop"));
      assertThat(bench.text("#train-version")).isEqualTo("long");
      bench.click("#train-stop");
      bench.await("its end", () -> bench.label("#train-verdict").equals("long was stopped"));
    }
  }

  /// Logging out asks nobody.
  @Test
  void whatWasChosenIsWrittenAsPanelsChangeAndNotOnlyAtTheEnd() {
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      bench.type("#train-draws", "777");
      bench.panel(6);
      bench.await("the settings", () -> Settings.read(home).settings().panel().equals("Predict"));
      assertThat(Settings.read(home).settings().choices()).containsEntry("train.draws", "777");
    }
  }

  @Test
  void questionsThatAreStillOnTheirWayDisturbNobody() throws InterruptedException {
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
    try {
      OpenWorkbench bench = new OpenWorkbench(home);
      // The first panels read everything anew, and the window goes away under their feet.
      Fx.run(
          () -> {
            bench.workbench().panels().forEach(bench.workbench()::show);
            bench.workbench().panels().forEach(bench.workbench()::show);
            bench.workbench().window().close();
          });
      bench.close();
      Fx.run(() -> {});
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("background")) {
          thread.join(20_000);
          assertThat(thread.isAlive()).as("a background thread goes on").isFalse();
        }
      }
      Fx.run(() -> {});
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(thrown).isEmpty();
    // Nothing holds the database or the home any more.
    try (OpenWorkbench again = new OpenWorkbench(home)) {
      again.panel(1);
      again.await("rows", () -> again.label("#data-count").startsWith("1,783 of 1,783"));
    }
  }

  @Test
  void damagedSettingsAreSaidOnceAndKept() throws Exception {
    Files.writeString(home.resolve("workbench.json"), "{\"theme\": \"DAR");
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      assertThat(bench.everything())
          .contains("Caution: The window's settings in")
          .contains("workbench.json.unreadable");
      bench.await("the sample's dates", () -> bench.enabled("#train-go"));
      bench.robot.clickOn("✕");
      assertThat(bench.everything()).doesNotContain("window's settings");
    }
    try (OpenWorkbench bench = new OpenWorkbench(home)) {
      assertThat(bench.everything()).doesNotContain("window's settings");
    }
  }
}
