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
  private TaskBar bar;
  private Stage stage;

  @BeforeEach
  void show() {
    bar = Fx.call(() -> new TaskBar("Progress", share, running));
    stage = Fx.call(() -> Fx.show(new VBox(bar), Theme.LIGHT, 300, 60));
    Fx.run(
        () -> {
          bar.setPrefWidth(WIDTH);
          stage.getScene().addPostLayoutPulseListener(frames::incrementAndGet);
        });
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    frames.set(0);
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

  /// Frames that are drawn in the next seconds.
  private int frames(int seconds) {
    frames.set(0);
    WaitForAsyncUtils.sleep(seconds, TimeUnit.SECONDS);
    return frames.get();
  }

  @Test
  void withoutAShareABlockStepsOnceASecond() {
    double before = left();
    assertThat(blockWidth()).isEqualTo(WIDTH / TaskBar.PLACES);
    assertThat(frames(3)).isBetween(2, 8);
    assertThat(left()).isNotEqualTo(before);
    assertThat(Fx.call(() -> bar.queryAccessibleAttribute(AccessibleAttribute.INDETERMINATE)))
        .isEqualTo(true);
  }

  @Test
  void aShareIsFilledAndStandsStill() {
    Fx.run(() -> share.set(0.3));
    assertThat(blockWidth()).isEqualTo(0.3 * WIDTH);
    assertThat(left()).isZero();
    assertThat(frames(2)).isLessThan(3);
    assertThat(Fx.call(() -> bar.queryAccessibleAttribute(AccessibleAttribute.VALUE)))
        .isEqualTo(0.3);
  }

  @Test
  void nothingMovesOnceTheTaskHasEndedOrTheBarIsGone() {
    Fx.run(() -> running.set(false));
    WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
    assertThat(frames(2)).isZero();
    Fx.run(
        () -> {
          running.set(true);
          stage.getScene().setRoot(new VBox());
        });
    WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
    double before = left();
    assertThat(frames(2)).isZero();
    assertThat(left()).isEqualTo(before);
  }
}
