/// An executor that waits until the window is there.
package dev.touchline.desktop.part;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps tasks back until it is released, then hands them and all later ones on: opening a database
/// beside the first layout would cost the window, on few processors, half a second.
public final class PatientExecutor implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(PatientExecutor.class);

  private final Executor executor;
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean released;

  /// Hands tasks on to `executor`.
  public PatientExecutor(Executor executor) {
    this.executor = executor;
  }

  @Override
  public synchronized void execute(Runnable task) {
    if (released) {
      executor.execute(task);
    } else {
      waiting.add(task);
    }
  }

  /// Begins; later calls do nothing. Tasks of a window that has been closed meanwhile are dropped.
  public synchronized void release() {
    released = true;
    try {
      waiting.forEach(executor::execute);
    } catch (RejectedExecutionException e) {
      LOG.debug("Not begun, as the window is closing.", e);
    }
    waiting.clear();
  }
}
