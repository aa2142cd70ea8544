/// How long a command waits for what another program uses.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// For runs that nobody watches: two of them at once are one after the other.
///
/// @param longest the time after which the fault of what is in use stands
/// @param stop ends the waiting
public record Waiting(Duration longest, StopSignal stop) {
  /// Does not wait.
  public static final Waiting NONE = new Waiting(Duration.ZERO, StopSignal.NEVER);

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final long PAUSE_MILLIS = 500;

  /// Does something, again and again as long as it is a fault with [Fault#BUSY] and there is time.
  <T> T until(Supplier<T> work) {
    long end = System.nanoTime() + longest.toNanos();
    boolean told = false;
    while (true) {
      try {
        return work.get();
      } catch (Fault e) {
        if (!e.details().containsKey(Fault.BUSY)
            || System.nanoTime() >= end
            || stop.stopRequested()) {
          throw e;
        }
        if (!told) {
          told = true;
          LOG.info("{} Waiting up to {} seconds.", e.getMessage(), longest.toSeconds());
        }
        pause(e);
      }
    }
  }

  private static void pause(Fault busy) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy;
    }
  }
}
