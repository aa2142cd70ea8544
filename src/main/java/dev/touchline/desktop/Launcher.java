/// Opens the workbench on this machine's screen, or says in a sentence why it cannot.
package dev.touchline.desktop;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Failures;
import dev.touchline.desktop.shell.HomeLock;
import dev.touchline.desktop.theme.Fonts;
import dev.touchline.fault.Fault;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Starts JavaFX and waits until the window has been closed.
public final class Launcher {
  /// JavaFX warns that it was started from the class path, which is how it is meant here.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private final Map<String, String> environment;
  private final PrintStream err;
  private final Consumer<Home> logging;

  /// A launcher in this environment; what goes wrong before there is a window goes to `err`.
  /// `logging` sets up the log of the home.
  public Launcher(Map<String, String> environment, PrintStream err, Consumer<Home> logging) {
    this.environment = environment;
    this.err = err;
    this.logging = logging;
  }

  /// Opens the workbench, on a trace where one is given, and returns the exit code once it has been
  /// closed.
  public int open(@Nullable Path trace) {
    try {
      if (!screen()) {
        throw noScreen(null);
      }
      Home home = Home.of(null, environment);
      DatabaseAddress address = DatabaseAddress.of(environment.get("TOUCHLINE_DB"), home.root());
      try (HomeLock lock = HomeLock.take(home.root())) {
        logging.accept(home);
        JAVAFX.setLevel(Level.SEVERE);
        run(home, address, trace);
        return lock.held() ? 0 : 1;
      }
    } catch (Fault fault) {
      err.println(fault.getMessage() + " " + fault.remedy());
      return fault.kind().exitCode();
    }
  }

  private static void run(Home home, DatabaseAddress address, @Nullable Path trace) {
    var closed = new CountDownLatch(1);
    var failure = new AtomicReference<@Nullable Throwable>();
    Drawing.prepare();
    try {
      Platform.startup(
          () -> {
            Platform.setImplicitExit(false);
            try {
              Workbench first = first(home, address, closed);
              if (trace != null) {
                first.openTrace(trace);
              }
              if (Boolean.getBoolean(Rehearsal.PROPERTY)) {
                new Rehearsal(first).start();
              }
            } catch (Throwable e) {
              failure.set(e);
              closed.countDown();
            }
          });
    } catch (UnsupportedOperationException | LinkageError | IllegalStateException e) {
      throw noScreen(e);
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw Failures.of(thrown);
    }
  }

  /// Opens the first window. Charts need the typeface in AWT only when they are laid out, so it is
  /// registered while the window is put together.
  private static Workbench first(Home home, DatabaseAddress address, CountDownLatch closed) {
    var typeface =
        CompletableFuture.runAsync(
            Fonts::loadForFiles, task -> Thread.ofPlatform().daemon().name("typeface").start(task));
    Fonts.loadForScreen();
    Workbench workbench = made(home, address, closed);
    typeface.join();
    workbench.show();
    return workbench;
  }

  /// A workbench; where the user chooses another database, the next one is opened on that.
  private static Workbench made(Home home, DatabaseAddress address, CountDownLatch closed) {
    var workspace = new Workspace(home, address);
    return new Workbench(
        workspace,
        next -> {
          workspace.close();
          if (next == null) {
            closed.countDown();
          } else {
            made(home, next, closed).show();
          }
        });
  }

  /// Linux without a display would end in a native error; other systems always have a screen.
  private boolean screen() {
    if ("Headless".equals(System.getProperty("glass.platform"))
        || !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return true;
    }
    return !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }

  private static Fault noScreen(@Nullable Throwable cause) {
    return new Fault(
        Fault.Kind.USAGE,
        "There is no screen to open the workbench on.",
        "Train from the command line instead: touchline train --train-start 2018-06-01"
            + " --train-end 2018-07-05 --val-end 2018-07-16 --version v1 (touchline --help lists"
            + " all commands).",
        Map.of(),
        cause);
  }
}
