/// Shows how far sampling is: a bar on a terminal, a line now and then elsewhere.
package dev.touchline.cli;

import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.trace.TraceRecorder;
import dev.touchline.work.TrainListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Chains bump counters; a [Ticker] looks at them.
final class Progress implements TrainListener, AutoCloseable {
  private static final int WIDTH = 30;

  private final long total;
  private final int tune;
  private final Ticker ticker;
  private final AtomicLong draws = new AtomicLong();
  private final AtomicLong divergences = new AtomicLong();
  private volatile long begin;
  private volatile long resumed;
  private volatile String version = "";

  Progress(PrintStream err, SamplerSettings settings, boolean quiet) {
    tune = settings.tune();
    total = (long) settings.chains() * (settings.tune() + settings.draws());
    ticker = new Ticker(err, quiet, this::line);
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
      ticker.start();
    } else if (phase != Phase.LOAD && phase != Phase.PREPARE) {
      close();
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
    ticker.close();
  }
}
