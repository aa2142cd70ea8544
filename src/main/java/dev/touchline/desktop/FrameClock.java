/// Asks for news at a steady pace while something runs.
package dev.touchline.desktop;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Ten looks a second, each drawn in one frame, where there are processors to spare; two where the
/// chains need them all, because what the screen takes there the chains lose. An animation timer
/// would keep the toolkit awake sixty times a second for the same.
final class FrameClock {
  private static final long EVERY_MILLISECONDS = 100;
  private static final long SCARCE_MILLISECONDS = 500;
  private static final int ENOUGH_PROCESSORS = 6;

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
      long every =
          Runtime.getRuntime().availableProcessors() >= ENOUGH_PROCESSORS
              ? EVERY_MILLISECONDS
              : SCARCE_MILLISECONDS;
      ticks.scheduleAtFixedRate(this::tick, every, every, TimeUnit.MILLISECONDS);
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
