/// Asks for news at a steady pace while something runs.
package dev.touchline.desktop;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Five looks a second, all drawn in one frame each: enough to see chains move, while each redraw
/// takes time from the chains where pictures are made by the processor. An animation timer would
/// keep the toolkit awake sixty times a second for the same.
final class FrameClock {
  private static final long EVERY_MILLISECONDS = 200;

  private final Runnable frame;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private @Nullable ScheduledExecutorService ticks;

  FrameClock(Runnable frame) {
    this.frame = frame;
  }

  /// Begins; on the FX thread.
  void start() {
    if (ticks == null) {
      ticks =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().daemon().name("frames").unstarted(task));
      ticks.scheduleAtFixedRate(
          this::tick, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }

  /// A look is asked for only after the last one was taken, so that none pile up.
  private void tick() {
    if (waiting.compareAndSet(false, true)) {
      Platform.runLater(
          () -> {
            waiting.set(false);
            if (ticks != null) {
              frame.run();
            }
          });
    }
  }

  /// Ends; on the FX thread.
  void stop() {
    if (ticks != null) {
      ticks.shutdown();
      ticks = null;
    }
  }
}
