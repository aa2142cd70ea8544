/// Short work off the screen's thread: reading rows, listing versions.
package dev.touchline.desktop.part;

import dev.touchline.fault.Fault;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a call elsewhere and brings its result or fault back to the screen.
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor executor;
  private final Screen screen;

  /// Work runs on `executor`, answers come back by `screen`.
  public Background(Executor executor, Screen screen) {
    this.executor = executor;
    this.screen = screen;
  }

  /// Runs `task`; then exactly one of the two, on the screen's thread. Once the window is closing,
  /// which ends the executor, nothing is run any more: nobody waits for it.
  public <T> void run(Callable<T> task, Consumer<T> done, Consumer<Fault> failed) {
    try {
      executor.execute(() -> tell(task, done, failed));
    } catch (RejectedExecutionException e) {
      LOG.debug("Not asked any more, as the window is closing.", e);
    }
  }

  private <T> void tell(Callable<T> task, Consumer<T> done, Consumer<Fault> failed) {
    try {
      T result = task.call();
      screen.later(() -> done.accept(result));
    } catch (Throwable e) {
      Fault fault = Failures.of(e);
      screen.later(() -> failed.accept(fault));
    }
  }
}
