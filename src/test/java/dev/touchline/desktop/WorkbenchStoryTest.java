/// The analyst's day on the sample, through real clicks and keys: an empty home, a run watched, its
/// verdict.
package dev.touchline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class WorkbenchStoryTest {
  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private Workspace workspace;
  private Workbench workbench;
  private final AtomicBoolean closed = new AtomicBoolean();

  @BeforeEach
  void open() {
    Home home = new Home(folder);
    workspace = new Workspace(home, DatabaseAddress.of(null, home.root()));
    workbench =
        Fx.call(
            () -> {
              var bench = new Workbench(workspace, next -> closed.set(true));
              bench.show();
              bench.window().stage().setX(0);
              bench.window().stage().setY(0);
              return bench;
            });
  }

  @AfterEach
  void close() {
    if (!closed.get()) {
      Fx.run(() -> workbench.window().close());
    }
    workspace.close();
  }

  @Test
  void anAnalystTrainsAndWatches() {
    press(KeyCode.DIGIT1);
    await("rows", () -> label("#data-count").contains("rows"));
    type("#data-search", "bart pio");
    await("fewer rows", () -> !label("#data-count").startsWith("1,783 of"));
    picture("data");
    press(KeyCode.DIGIT2);
    await("the sample's dates", () -> !text("#train-start").isEmpty());
    assertThat(node("#train-go").isDisabled()).isFalse();
    picture("train-dates");
    type("#train-draws", "300");
    type("#train-tune", "200");
    type("#train-version", "story");
    robot.clickOn("#train-go");
    await("R-hat history", () -> label("#train-verdict").startsWith("R-hat"));
    picture("train-running");
    await("the end of the run", () -> label("#train-verdict").contains("story"));
    picture("train-finished");
    press(KeyCode.DIGIT3);
    await("the judgement", () -> label("#diagnose-verdict").contains("R-hat"));
    await("the plots", () -> Fx.call(() -> node("#diagnose-table").isVisible()));
    type("#diagnose-search", "pioka shots");
    picture("diagnose");
    press(KeyCode.DIGIT4);
    await("reliability", () -> label("#calibrate-average").contains("average ECE"));
    assertThat(label("#calibrate-interval-goals")).contains("95 %");
    picture("calibrate");
    press(KeyCode.DIGIT5);
    await("a version to compare", () -> !node("#compare-run").isDisabled());
    robot.clickOn("#compare-run");
    await("the comparison", () -> !label("#compare-verdict").isEmpty());
    assertThat(label("#compare-basis")).contains("Same 223 rows");
    picture("compare");
    press(KeyCode.DIGIT6);
    await("the served version", () -> !node("#predict-player").isDisabled());
    type("#predict-player", "bart pio");
    await("an answer", () -> !label("#predict-mean-goals").equals("–"));
    type("#predict-opponent", "ysm");
    picture("predict-typing");
    String before = label("#predict-mean-shots");
    type("#predict-minutes", "45");
    assertThat(label("#predict-mean-shots")).isNotEqualTo(before);
    assertThat(label("#predict-interval-cards")).contains("interval");
    picture("predict");
    robot.clickOn("#predict-tab-1");
    Fx.run(
        () ->
            ((TextInputControl) node("#predict-batch"))
                .setText(
                    "player,opponent\nPioka,Ysmark,away,60\nNobody At All,Ysmark\nBartek Pioka,Quentara,home,90"));
    robot.clickOn("#predict-batch-go");
    Fx.run(() -> {});
    picture("predict-batch");
    assertThat(workspace.models().find("story").results()).isNotNull();
  }

  private void press(KeyCode digit) {
    robot.press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL);
  }

  private void type(String id, String text) {
    robot.clickOn(id);
    Fx.run(() -> ((TextInputControl) node(id)).selectAll());
    robot.write(text);
  }

  private Node node(String id) {
    return workbench.window().scene().lookup(id);
  }

  private String text(String id) {
    return Fx.call(
        () ->
            node(id) instanceof javafx.scene.control.DatePicker picker
                ? picker.getEditor().getText()
                : ((TextInputControl) node(id)).getText());
  }

  private String label(String id) {
    return Fx.call(() -> ((Label) node(id)).getText());
  }

  private void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void picture(String name) {
    Fx.save(Fx.call(() -> Fx.picture(workbench.window().scene())), "story/" + name + ".png");
  }
}
