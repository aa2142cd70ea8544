/// The one long task at a time, with its progress and its stop.
package dev.touchline.desktop.part;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Runs training, comparisons and imports on a thread of their own. The title is a property; the
/// progress is published by the worker and polled by the window.
public final class Engine {
  /// A long task.
  @FunctionalInterface
  public interface Job<T> {
    /// Does the work, tells how far it is, ends early once `stop` says so.
    T run(Progress progress, StopSignal stop) throws Exception;
  }

  /// How far a task is.
  public static final class Progress {
    private volatile double share = -1;
    private volatile String detail = "";

    /// Done so far, 0 to 1 (negative: unknown), in words too.
    public void at(double newShare, String newDetail) {
      share = newShare;
      detail = newDetail;
    }

    /// Done so far, 0 to 1; negative: unknown.
    public double share() {
      return share;
    }

    /// In words.
    public String detail() {
      return detail;
    }
  }

  private final Screen screen;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private Progress progress = new Progress();
  private AtomicBoolean stop = new AtomicBoolean();
  private @Nullable Thread worker;

  /// Answers come back by `screen`.
  public Engine(Screen screen) {
    this.screen = screen;
  }

  /// What is running, empty where nothing is.
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /// Whether something is running.
  public boolean busy() {
    return !title.get().isEmpty();
  }

  /// How far the running task is.
  public Progress progress() {
    return progress;
  }

  /// Asks the running task to end with what it has.
  public void stop() {
    stop.set(true);
  }

  /// Starts a task; false where another is running. Then exactly one of `done` and `failed`, on the
  /// screen's thread, after the engine is free again.
  public <T> boolean start(String name, Job<T> job, Consumer<T> done, Consumer<Fault> failed) {
    if (busy()) {
      return false;
    }
    var ownProgress = new Progress();
    var ownStop = new AtomicBoolean();
    progress = ownProgress;
    stop = ownStop;
    title.set(name);
    worker =
        Thread.ofPlatform()
            .daemon()
            .name("engine")
            .start(
                () -> {
                  try {
                    T result = job.run(ownProgress, ownStop::get);
                    screen.later(() -> end(() -> done.accept(result)));
                  } catch (Throwable e) {
                    Fault fault = Failures.of(e);
                    screen.later(() -> end(() -> failed.accept(fault)));
                  }
                });
    return true;
  }

  private void end(Runnable then) {
    title.set("");
    worker = null;
    then.run();
  }

  /// Asks the running task to end and waits for it; for closing the program.
  public void stopAndWait(long milliseconds) throws InterruptedException {
    stop();
    Thread running = worker;
    if (running != null) {
      running.join(milliseconds);
    }
  }
}
