/// A bar without a share says that something happens, and draws next to nothing.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.Fx;
import dev.touchline.desktop.theme.Theme;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class TaskBarTest {
  private static final double WIDTH = 200;

  private final DoubleProperty share = new SimpleDoubleProperty(-1);
  private final BooleanProperty running = new SimpleBooleanProperty(true);
  private final AtomicInteger frames = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();

  /// Whether nothing else is animated: other tests in the same program may have left something.
  private boolean quiet;

  @SuppressWarnings("NullAway.Init")
  private TaskBar bar;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void show() {
    Fx.run(
        () -> {
          running.set(false);
          bar = new TaskBar("Progress", share, running);
          bar.setPrefWidth(WIDTH);
          stage = Fx.show(new VBox(bar), Theme.LIGHT, 300, 60);
          stage.getScene().addPostLayoutPulseListener(frames::incrementAndGet);
        });
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    quiet = frames(1) == 0;
    Fx.run(
        () -> {
          block().layoutXProperty().addListener(moved -> steps.incrementAndGet());
          running.set(true);
        });
  }

  @AfterEach
  void hide() {
    Fx.run(stage::hide);
  }

  private Node block() {
    return bar.getChildrenUnmodifiable().getFirst();
  }

  private double left() {
    return Fx.call(() -> block().getLayoutX());
  }

  private double blockWidth() {
    WaitForAsyncUtils.waitForFxEvents();
    return Fx.call(() -> block().getLayoutBounds().getWidth());
  }

  /// Frames that are drawn in the next seconds; steps are counted anew, too.
  private int frames(int seconds) {
    frames.set(0);
    steps.set(0);
    WaitForAsyncUtils.sleep(seconds, TimeUnit.SECONDS);
    return frames.get();
  }

  private void drawn(int seconds, int mostFrames) {
    int drawn = frames(seconds);
    if (quiet) {
      assertThat(drawn).isLessThanOrEqualTo(mostFrames);
    }
  }

  @Test
  void withoutAShareABlockStepsOnceASecond() {
    double before = left();
    assertThat(blockWidth()).isEqualTo(WIDTH / TaskBar.PLACES);
    drawn(3, 8);
    assertThat(steps.get()).isBetween(2, 4);
    assertThat(left()).isNotEqualTo(before);
    assertThat(Fx.call(() -> bar.queryAccessibleAttribute(AccessibleAttribute.INDETERMINATE)))
        .isEqualTo(true);
  }

  @Test
  void aShareIsFilledAndStandsStill() {
    Fx.run(() -> share.set(0.3));
    assertThat(blockWidth()).isEqualTo(0.3 * WIDTH);
    assertThat(left()).isZero();
    drawn(2, 2);
    assertThat(steps.get()).isZero();
    assertThat(Fx.call(() -> bar.queryAccessibleAttribute(AccessibleAttribute.VALUE)))
        .isEqualTo(0.3);
  }

  @Test
  void nothingMovesOnceTheTaskHasEndedOrTheBarIsGone() {
    Fx.run(() -> running.set(false));
    WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
    drawn(2, 0);
    assertThat(steps.get()).isZero();
    Fx.run(
        () -> {
          running.set(true);
          stage.getScene().setRoot(new VBox());
        });
    WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
    double before = left();
    drawn(2, 0);
    assertThat(steps.get()).isZero();
    assertThat(left()).isEqualTo(before);
  }
}
