/// How far a task is, or that it is at work where nobody knows how far.
package dev.touchline.desktop.part;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A bar that is filled as far as the task is. Where its share is unknown (negative), a block moves
/// by a quarter once a second while the task runs: JavaFX's own bar would draw sixty frames a
/// second for it, each of which carries all pixels of the window.
public final class TaskBar extends Region {
  /// Places of the block.
  static final int PLACES = 4;

  private final Region block = new Region();
  private final ObservableDoubleValue share;
  private final ObservableBooleanValue running;
  private final ObservableValue<Boolean> showing;
  private final FrameClock clock = FrameClock.everySecond(this::step);
  private int place;

  /// A bar that says `name` to screen readers.
  ///
  /// @param share done so far, 0 to 1; negative: unknown
  /// @param running whether the task runs
  public TaskBar(String name, ObservableDoubleValue share, ObservableBooleanValue running) {
    this.share = share;
    this.running = running;
    showing =
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    getStyleClass().add("task-bar");
    block.getStyleClass().add("bar");
    getChildren().add(block);
    setMinWidth(40);
    setPrefWidth(100);
    setMaxWidth(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    setAccessibleText(name);
    share.subscribe(now -> changed());
    running.subscribe(now -> pace());
    showing.subscribe(now -> pace());
  }

  private void changed() {
    requestLayout();
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    notifyAccessibleAttributeChanged(AccessibleAttribute.INDETERMINATE);
    pace();
  }

  /// The clock ticks only while there is something to move.
  private void pace() {
    if (unknown() && running.get() && showing.getValue()) {
      clock.start();
    } else {
      clock.stop();
    }
  }

  private void step() {
    place = (place + 1) % PLACES;
    requestLayout();
  }

  private boolean unknown() {
    return share.get() < 0;
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth() * (unknown() ? 1.0 / PLACES : Math.min(1, share.get())));
    double x = unknown() ? snapPositionX(getWidth() * place / PLACES) : 0;
    block.resizeRelocate(x, 0, Math.min(width, getWidth() - x), getHeight());
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> Math.max(0, share.get());
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> 1.0;
      case INDETERMINATE -> unknown();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
