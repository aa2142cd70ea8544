/// Tells how far a comparison's models are.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.work.TrainListener;
import java.util.concurrent.atomic.AtomicInteger;

/// Listens on the worker threads.
final class CompareProgress implements TrainListener {
  private static final int TELL_EVERY = 50;

  private final Engine.Progress progress;
  private final int drawsOfAModel;
  private final AtomicInteger done = new AtomicInteger();
  private volatile long begin;

  CompareProgress(Engine.Progress progress, int drawsOfAModel) {
    this.progress = progress;
    this.drawsOfAModel = drawsOfAModel;
    progress.at(-1, "Reading the rows");
  }

  @Override
  public void onPhase(String version, Phase phase) {
    switch (phase) {
      case SAMPLE -> {
        done.set(0);
        begin = System.nanoTime();
        progress.at(0, version + ": sampling");
      }
      case JUDGE -> progress.at(-1, version + ": judging convergence");
      case EVALUATE -> progress.at(-1, version + ": evaluating");
      case SAVE -> progress.at(-1, version + ": saving");
      default -> progress.at(-1, version + ": preparing");
    }
  }

  @Override
  public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
    int made = done.incrementAndGet();
    if (made % TELL_EVERY == 0) {
      double share = (double) made / drawsOfAModel;
      double left = (System.nanoTime() - begin) / 1e9 * (1 - share) / share;
      progress.at(
          share,
          "%s: %d %% · %s left".formatted(version, Math.round(100 * share), Digits.clock(left)));
    }
  }
}
