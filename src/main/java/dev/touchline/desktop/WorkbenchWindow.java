/// The window itself: scene, keys, theme, place on the screen, and the clock that polls.
package dev.touchline.desktop;

import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Failures;
import dev.touchline.desktop.part.FrameClock;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.shell.Settings;
import dev.touchline.desktop.shell.ShellModel;
import dev.touchline.desktop.shell.ShellPresenter;
import dev.touchline.desktop.shell.ShellView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Shows the shell. While a task runs the panel in front is asked for news a few times a second;
/// otherwise nothing moves.
public final class WorkbenchWindow {
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 400;
  private static final long SECOND = 1_000_000_000;
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 64, 128);

  private final ShellModel model;
  private final ShellPresenter presenter;
  private final Settings settings;
  private final Runnable closed;
  private final WindowPlace place;
  private final Scene scene;
  private final Engine engine;
  private final Stage stage = new Stage();

  /// While nothing runs.
  private final FrameClock clock;

  /// While something runs; the status bar in the same frames, for each costs its pixels.
  private final FrameClock frames;

  private long polled = System.nanoTime();

  WorkbenchWindow(
      ShellModel model,
      ShellPresenter presenter,
      ShellView view,
      Engine engine,
      Settings settings,
      Runnable closed) {
    this.model = model;
    this.presenter = presenter;
    this.engine = engine;
    this.settings = settings;
    this.closed = closed;
    place = WindowPlace.of(settings, screens());
    scene = new Scene(view, place.width(), place.height());
    clock = FrameClock.everySecond(presenter::poll);
    frames = FrameClock.whileRunning(this::frame);
    model
        .theme()
        .subscribe(
            theme -> {
              scene.getStylesheets().setAll(theme.styleSheets());
              model.panels().forEach(panel -> panel.theme(theme));
            });
    model.panel().subscribe(Panel::shown);
    engine.title().subscribe((before, title) -> pace());
    keys();
  }

  /// Has the one clock that is due, or none without a window.
  private void pace() {
    presenter.poll();
    clock.stop();
    frames.stop();
    if (stage.isShowing()) {
      (engine.busy() ? frames : clock).start();
    }
  }

  private void frame() {
    if (System.nanoTime() - polled >= SECOND) {
      polled = System.nanoTime();
      presenter.poll();
    } else {
      presenter.pollTask();
    }
    model.panel().get().frame();
  }

  private void keys() {
    for (int i = 0; i < Math.min(9, model.panels().size()); i++) {
      Panel panel = model.panels().get(i);
      key(KeyCode.getKeyCode("" + (i + 1)), () -> model.panel().set(panel));
    }
    key(KeyCode.K, () -> model.finderShown().set(true));
    key(KeyCode.D, () -> model.theme().set(model.theme().get().other()));
    scene
        .getAccelerators()
        .put(
            new KeyCodeCombination(KeyCode.F1),
            () -> model.helpShown().set(!model.helpShown().get()));
  }

  private void key(KeyCode code, Runnable action) {
    scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
  }

  void show() {
    stage.setTitle("Touchline");
    for (int size : ICON_SIZES) {
      var icon = WorkbenchWindow.class.getResource("icon/touchline-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon.toExternalForm()));
      }
    }
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    if (Double.isFinite(place.x())) {
      stage.setX(place.x());
      stage.setY(place.y());
    }
    stage.setMaximized(settings.maximised());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          if (presenter.mayClose()) {
            close();
          }
        });
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, thrown) -> model.message().set(Message.of(Failures.of(thrown))));
    stage.show();
    pace();
  }

  /// Runs `action` once the next frame has been drawn.
  void onFirstFrame(Runnable action) {
    Runnable[] listener = new Runnable[1];
    listener[0] =
        () -> {
          scene.removePostLayoutPulseListener(listener[0]);
          action.run();
        };
    scene.addPostLayoutPulseListener(listener[0]);
  }

  private static List<Rectangle2D> screens() {
    List<Rectangle2D> screens = new ArrayList<>();
    screens.add(Screen.getPrimary().getVisualBounds());
    Screen.getScreens().forEach(screen -> screens.add(screen.getVisualBounds()));
    return screens;
  }

  /// Closes without asking.
  void close() {
    clock.stop();
    frames.stop();
    closed.run();
    stage.close();
  }

  /// The same settings with this window's place.
  Settings placed(Settings rest) {
    boolean max = stage.isMaximized();
    return max
        ? rest.placed(rest.x(), rest.y(), rest.width(), rest.height(), true)
        : rest.placed(stage.getX(), stage.getY(), scene.getWidth(), scene.getHeight(), false);
  }

  /// The scene.
  public Scene scene() {
    return scene;
  }

  /// The panel in front.
  public Panel panel() {
    return model.panel().get();
  }

  /// The stage.
  public Stage stage() {
    return stage;
  }
}
