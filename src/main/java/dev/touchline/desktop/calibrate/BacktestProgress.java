/// Tells how far a backtest is.
package dev.touchline.desktop.calibrate;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.work.BacktestListener;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Listens on the worker threads. Within a step models count alike, whatever they take: the time
/// that is left is reckoned from whole steps.
final class BacktestProgress implements BacktestListener {
  private static final int TELL_EVERY = 50;

  private final Engine.Progress progress;
  private final List<String> models;
  private final AtomicLong draws = new AtomicLong();
  private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
  private volatile int steps = 1;
  private volatile int before;
  private volatile int step;
  private volatile long planned;
  private volatile long begin;
  private volatile String model = "";
  private volatile String fit = "";

  BacktestProgress(Engine.Progress progress, List<String> models) {
    this.progress = progress;
    this.models = models;
    progress.at(-1, "Reading the rows");
  }

  @Override
  public void onSteps(int all, int done) {
    steps = Math.max(1, all);
    before = done;
    begin = System.nanoTime();
    progress.at((double) done / steps, "%d of %d steps are there".formatted(done, all));
  }

  @Override
  public void onFit(int number, LocalDate day, String name, long chainDraws) {
    step = number;
    model = name;
    planned = chainDraws;
    draws.set(0);
    fit = "Step %d of %d, from %s: %s".formatted(number + 1, steps, day, name);
    tell();
  }

  @Override
  public void onDraw() {
    if (draws.incrementAndGet() % TELL_EVERY == 0) {
      tell();
    }
  }

  @Override
  public void onStep(int number) {
    if (number + 1 == steps) {
      progress.at(-1, "Scoring the forecasts");
    }
  }

  @Override
  public void onWarning(String sentence) {
    warnings.add(sentence);
  }

  /// The next sentence that the user has not been told; null where there is none.
  @Nullable String nextWarning() {
    return warnings.poll();
  }

  private void tell() {
    double ofFit = planned == 0 ? 0 : Math.min(1, (double) draws.get() / planned);
    double ofStep = (Math.max(0, models.indexOf(model)) + ofFit) / models.size();
    String left = "";
    int made = step - before;
    if (made > 0) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      left = " · " + Digits.clock(seconds / (made + ofStep) * (steps - step - ofStep)) + " left";
    }
    progress.at(
        (step + ofStep) / steps,
        fit + (planned == 0 ? "" : " %d %%".formatted(Math.round(100 * ofFit))) + left);
  }
}
