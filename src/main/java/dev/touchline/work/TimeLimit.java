/// Ends sampling when the user asks for it or the time is up.
package dev.touchline.work;

import dev.touchline.mcmc.StopSignal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The time begins when it is made.
final class TimeLimit implements StopSignal {
  private final StopSignal stop;
  private final long deadline;
  private final boolean limited;
  private final AtomicBoolean reached = new AtomicBoolean();

  TimeLimit(@Nullable Duration limit, StopSignal stop) {
    this.stop = stop;
    limited = limit != null;
    deadline = System.nanoTime() + (limit == null ? 0 : limit.toNanos());
  }

  @Override
  public boolean stopRequested() {
    if (limited && System.nanoTime() - deadline >= 0) {
      reached.set(true);
    }
    return reached.get() || stop.stopRequested();
  }

  /// Whether the time is up.
  boolean reached() {
    return reached.get();
  }
}
