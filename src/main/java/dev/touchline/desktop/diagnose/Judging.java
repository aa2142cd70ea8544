/// A judgement under way: told by its threads how far it is, polled by the screen.
package dev.touchline.desktop.diagnose;

import dev.touchline.desktop.part.Digits;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.JudgeListener;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/// Safe for several threads.
final class Judging implements JudgeListener, StopSignal {
  private static final double NANOS = 1e9;
  private static final double SURE_AFTER = 0.5;

  private final Path file;
  private final LongSupplier clock;
  private volatile int done;
  private volatile int total;
  private volatile long since;
  private volatile boolean stopped;

  /// Of this file; `clock` gives nanoseconds.
  Judging(Path file, LongSupplier clock) {
    this.file = file;
    this.clock = clock;
  }

  Path file() {
    return file;
  }

  @Override
  public void judged(int nowDone, int ofTotal) {
    if (total == 0) {
      since = clock.getAsLong();
      total = ofTotal;
    }
    // Two threads may overtake each other by one; the next call sets it right.
    done = nowDone;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public boolean stopRequested() {
    return stopped;
  }

  /// Done so far, 0 to 1; negative while the file is being opened.
  double share() {
    return total == 0 ? -1 : (double) done / total;
  }

  /// In words, with the time left once that can be told.
  String detail() {
    if (total == 0) {
      return "Opening the file";
    }
    double seconds = (clock.getAsLong() - since) / NANOS;
    String left =
        done > 0 && seconds >= SURE_AFTER
            ? " · " + Digits.clock(seconds * (total - done) / done) + " left"
            : "";
    return Digits.whole(done) + " of " + Digits.whole(total) + " parameters" + left;
  }
}
