/// Shows how far sampling is: a bar on a terminal, a line now and then elsewhere.
package dev.touchline.cli;

import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.work.TrainListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Chains bump counters; a thread of its own looks at them and prints.
final class Progress implements TrainListener, AutoCloseable {
  private static final long BAR_MILLISECONDS = 200;
  private static final long LINE_MILLISECONDS = 10_000;
  private static final int WIDTH = 30;

  private final PrintStream err;
  private final long total;
  private final int tune;
  private final boolean bar;
  private final boolean quiet;
  private final AtomicLong draws = new AtomicLong();
  private final AtomicLong divergences = new AtomicLong();
  private final AtomicBoolean ended = new AtomicBoolean();
  private @Nullable Thread printer;
  private volatile long begin;
  private volatile long resumed;
  private volatile String version = "";

  Progress(PrintStream err, SamplerSettings settings, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
    tune = settings.tune();
    total = (long) settings.chains() * (settings.tune() + settings.draws());
    bar = terminal();
  }

  /// Whether standard error is a terminal: the start script knows; where there is none, the console
  /// is the best guess.
  private static boolean terminal() {
    String told = System.getProperty("touchline.terminal");
    if (told != null) {
      return Boolean.parseBoolean(told);
    }
    return System.console() != null && System.console().isTerminal();
  }

  @Override
  public void onSampling(String name, TraceRecorder recorder) {
    version = name;
    draws.set(0);
    divergences.set(0);
    resumed = 0;
    for (int chain = 0; chain < recorder.chains(); chain++) {
      int kept = recorder.count(chain, false);
      resumed += kept == 0 ? 0 : kept + tune;
    }
    begin = System.nanoTime();
  }

  @Override
  public void onDraw(String name, int chain, int draw, boolean tune, DrawStats stats) {
    draws.incrementAndGet();
    if (stats.diverging() && !tune) {
      divergences.incrementAndGet();
    }
  }

  @Override
  public void onPhase(String name, Phase phase) {
    if (phase == Phase.SAMPLE) {
      ended.set(false);
      if (!quiet) {
        printer = Thread.ofPlatform().daemon(true).name("progress").start(this::print);
      }
    } else if (phase != Phase.LOAD && phase != Phase.PREPARE) {
      close();
    }
  }

  private void print() {
    try {
      while (!ended.get()) {
        Thread.sleep(bar ? BAR_MILLISECONDS : LINE_MILLISECONDS);
        if (!ended.get()) {
          err.print((bar ? "\r" : "") + line() + (bar ? "" : System.lineSeparator()));
          err.flush();
        }
      }
    } catch (InterruptedException e) {
      if (bar) {
        err.print("\r" + line() + System.lineSeparator());
        err.flush();
      }
    }
  }

  private String line() {
    long made = draws.get();
    long done = resumed + made;
    double seconds = (System.nanoTime() - begin) / 1e9;
    double rate = made / Math.max(1e-9, seconds);
    double left = rate > 0 ? (total - done) / rate : Double.NaN;
    int filled = (int) (WIDTH * done / Math.max(1, total));
    return String.format(
        Locale.ROOT,
        "%s [%s%s] %3d %%  %,d of %,d draws  %,.0f draws/s  %d divergences  %.0f s left ",
        version,
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        100 * done / Math.max(1, total),
        done,
        total,
        rate,
        divergences.get(),
        left);
  }

  @Override
  public void close() {
    Thread running = printer;
    if (running != null && ended.compareAndSet(false, true)) {
      running.interrupt();
      try {
        running.join(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
