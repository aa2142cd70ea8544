/// Tells which of a comparison's fits is running, and how far it is.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.work.TrainListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Listens on the worker threads. The share is that of all fits, which count alike; percentage and
/// time are those of the fit that is named beside them.
final class CompareProgress implements TrainListener {
  private static final int TELL_EVERY = 50;

  /// What judging and saving leave of a fit to its chains.
  private static final double SAMPLING = 0.9;

  private final Engine.Progress progress;
  private final int drawsOfAModel;
  private final AtomicInteger done = new AtomicInteger();
  private volatile long begin;
  private volatile int number = 1;
  private volatile int fits = 1;
  private volatile String fit = "";

  CompareProgress(Engine.Progress progress, int drawsOfAModel) {
    this.progress = progress;
    this.drawsOfAModel = drawsOfAModel;
    progress.at(-1, "Reading the rows");
  }

  @Override
  public void onFit(int which, int of, List<Prop> props) {
    number = which;
    fits = of;
    fit =
        "Fitting %s, %d of %d"
            .formatted(
                props.size() == 1 ? "single-task " + props.getFirst().key() : "multi-task",
                which,
                of);
    tell(0, "");
  }

  @Override
  public void onPhase(String version, Phase phase) {
    switch (phase) {
      case SAMPLE -> {
        done.set(0);
        begin = System.nanoTime();
        tell(0, ": sampling");
      }
      case JUDGE -> tell(SAMPLING, ": judging convergence");
      case EVALUATE -> tell(SAMPLING, ": evaluating");
      case SAVE -> tell(SAMPLING, ": saving");
      default -> tell(0, ": preparing");
    }
  }

  @Override
  public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
    int made = done.incrementAndGet();
    if (made % TELL_EVERY == 0) {
      double share = (double) made / drawsOfAModel;
      double left = (System.nanoTime() - begin) / 1e9 * (1 - share) / share;
      tell(
          SAMPLING * share,
          ": %d %% · %s left".formatted(Math.round(100 * share), Digits.clock(left)));
    }
  }

  private void tell(double ofFit, String doing) {
    progress.at((number - 1 + ofFit) / fits, fit + doing);
  }
}
