/// One chain's counters: written by its own thread, read by the screen.
package dev.touchline.desktop.train;

import dev.touchline.mcmc.DrawStats;

/// Plain fields published by one volatile count.
final class ChainGauge {
  private static final double MEMORY = 0.05;

  private final int before;
  private final int total;
  private final long begin = System.nanoTime();
  private int divergences;
  private double stepSize = Double.NaN;
  private double treeDepth = Double.NaN;
  private double acceptance = Double.NaN;
  private long last = begin;
  private volatile int done;

  /// @param before draws that were made before this run was resumed, warm-up included
  /// @param total draws that it ends with
  ChainGauge(int before, int total) {
    this.before = before;
    this.total = total;
    done = before;
  }

  /// Whether the chain has made no draw yet since the run began or went on.
  boolean fresh() {
    return done == before;
  }

  /// A draw was made; on the chain's thread.
  void onDraw(boolean tune, DrawStats stats) {
    divergences += !tune && stats.diverging() ? 1 : 0;
    stepSize = stats.stepSize();
    treeDepth = smooth(treeDepth, stats.treeDepth());
    acceptance = smooth(acceptance, stats.acceptanceRate());
    last = System.nanoTime();
    int made = done;
    done = made + 1;
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
    double rate = draws == before || seconds <= 0 ? Double.NaN : (draws - before) / seconds;
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
