/// Shows how far a backtest is.
package dev.touchline.cli;

import dev.touchline.work.BacktestListener;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Steps and chains bump counters; a [Ticker] looks at them.
final class BacktestProgress implements BacktestListener, AutoCloseable {
  private static final int WIDTH = 30;

  private final Ticker ticker;
  private final PrintStream err;
  private final AtomicLong draws = new AtomicLong();
  private volatile int steps;
  private volatile int before;
  private volatile int done;
  private volatile long total;
  private volatile long begin;
  private volatile String fit = "";

  BacktestProgress(PrintStream err, boolean quiet) {
    this.err = err;
    ticker = new Ticker(err, quiet, this::line);
  }

  @Override
  public void onSteps(int all, int ready) {
    steps = all;
    before = ready;
    begin = System.nanoTime();
    ticker.start();
  }

  @Override
  public void onFit(int step, LocalDate day, String model, long planned) {
    draws.set(0);
    total = planned;
    fit = day + " " + model;
  }

  @Override
  public void onDraw() {
    draws.incrementAndGet();
  }

  @Override
  public void onStep(int step) {
    done = step + 1;
    if (done == steps) {
      close();
    }
  }

  @Override
  public void onWarning(String sentence) {
    err.println("Warning: " + sentence);
  }

  private String line() {
    int now = Math.max(done, before);
    double seconds = (System.nanoTime() - begin) / 1e9;
    int made = now - before;
    String left =
        made == 0
            ? ""
            : String.format(Locale.ROOT, "  %.0f s left", seconds / made * (steps - now));
    int filled = steps == 0 ? 0 : WIDTH * now / steps;
    return String.format(
        Locale.ROOT,
        "backtest [%s%s] step %d of %d  %s%s%s ",
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        Math.min(steps, now + 1),
        steps,
        fit,
        total == 0 ? "" : String.format(Locale.ROOT, " %d %%", 100 * draws.get() / total),
        left);
  }

  @Override
  public void close() {
    ticker.close();
  }
}
