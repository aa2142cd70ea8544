/// Runs test code on the JavaFX thread of the headless platform.
package dev.touchline.desktop;

import dev.touchline.desktop.shell.Settings;
import dev.touchline.desktop.theme.Fonts;
import dev.touchline.desktop.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Helpers of the desktop tests.
public final class Fx {
  private Fx() {}

  /// Starts JavaFX where it is not running yet.
  public static void start() {
    try {
      Drawing.prepare();
      var started = new CountDownLatch(1);
      Platform.startup(started::countDown);
      started.await(30, TimeUnit.SECONDS);
      Platform.setImplicitExit(false);
      Fonts.load();
    } catch (IllegalStateException alreadyRunning) {
      // as it should be after the first test
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Runs on the FX thread and waits; failures come back.
  public static <T> T call(Callable<T> task) {
    start();
    var result = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            result.complete(task.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Runs on the FX thread and waits.
  public static void run(Runnable task) {
    call(
        () -> {
          task.run();
          return 0;
        });
  }

  /// Shows a node in a window of its own.
  public static Stage show(Parent root, Theme theme, double width, double height) {
    var scene = new Scene(root, width, height);
    scene.getStylesheets().setAll(theme.styleSheets());
    var stage = new Stage();
    stage.setX(0);
    stage.setY(0);
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  /// Shows the workbench in its usual size: the headless screen is smaller, and the window fits
  /// itself into the screen.
  static void show(Workbench bench) {
    Settings usual = Settings.first();
    bench.show();
    bench.window().stage().setWidth(usual.width());
    bench.window().stage().setHeight(usual.height());
  }

  /// The picture of a scene, laid out; on the FX thread.
  public static BufferedImage picture(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
  }

  /// Saves a picture below `target`.
  public static void save(BufferedImage image, String name) {
    try {
      Path file = Path.of("target", name);
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
