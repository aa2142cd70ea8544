/// Calls upon the screen's thread at a steady pace.
package dev.touchline.desktop.part;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// An animation, even one that does something once a second, would keep the toolkit awake sixty
/// times a second for the same, all day.
public final class FrameClock {
  private static final long EVERY_MILLISECONDS = 100;
  private static final long SCARCE_MILLISECONDS = 500;
  private static final int ENOUGH_PROCESSORS = 6;

  private final long everyMilliseconds;
  private final Runnable frame;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private @Nullable ScheduledExecutorService ticks;

  private FrameClock(long everyMilliseconds, Runnable frame) {
    this.everyMilliseconds = everyMilliseconds;
    this.frame = frame;
  }

  /// For what runs: ten looks a second, each drawn in one frame, where there are processors to
  /// spare; two where the chains need them all, because what the screen takes there the chains
  /// lose.
  public static FrameClock whileRunning(Runnable frame) {
    return new FrameClock(
        Runtime.getRuntime().availableProcessors() >= ENOUGH_PROCESSORS
            ? EVERY_MILLISECONDS
            : SCARCE_MILLISECONDS,
        frame);
  }

  /// For what changes while nothing runs.
  public static FrameClock everySecond(Runnable frame) {
    return new FrameClock(1000, frame);
  }

  /// Begins; on the FX thread.
  public void start() {
    if (ticks == null) {
      ticks =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().daemon().name("frames").unstarted(task));
      ticks.scheduleAtFixedRate(
          this::tick, everyMilliseconds, everyMilliseconds, TimeUnit.MILLISECONDS);
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
  public void stop() {
    if (ticks != null) {
      ticks.shutdown();
      ticks = null;
    }
  }
}
