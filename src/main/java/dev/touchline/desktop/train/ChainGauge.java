/// One chain's counters: written by its own thread, read by the screen.
package dev.touchline.desktop.train;

import dev.touchline.mcmc.DrawStats;

/// Plain fields published by one volatile count.
final class ChainGauge {
  private static final double MEMORY = 0.05;

  private final int total;
  private final long begin = System.nanoTime();
  private int divergences;
  private double stepSize = Double.NaN;
  private double treeDepth = Double.NaN;
  private double acceptance = Double.NaN;
  private long last = begin;
  private volatile int done;

  ChainGauge(int total) {
    this.total = total;
  }

  /// A draw was made; on the chain's thread.
  void onDraw(boolean tune, DrawStats stats) {
    divergences += !tune && stats.diverging() ? 1 : 0;
    stepSize = stats.stepSize();
    treeDepth = smooth(treeDepth, stats.treeDepth());
    acceptance = smooth(acceptance, stats.acceptanceRate());
    last = System.nanoTime();
    int before = done;
    done = before + 1;
  }

  private static double smooth(double before, double now) {
    return Double.isNaN(before) ? now : (1 - MEMORY) * before + MEMORY * now;
  }

  /// Draws made, warm-up included.
  int done() {
    return done;
  }

  /// As a row of the table.
  ChainRow row(int chain) {
    int draws = done;
    double seconds = (last - begin) / 1e9;
    double rate = draws == 0 || seconds <= 0 ? Double.NaN : draws / seconds;
    return new ChainRow(
        chain,
        draws,
        total,
        divergences,
        stepSize,
        treeDepth,
        acceptance,
        rate,
        (total - draws) / rate);
  }
}
