/// The course of one chain: from its beginning or a kept state to its last draw, a stop or a
/// failure.
package dev.touchline.mcmc;

import org.jspecify.annotations.Nullable;

/// Draws, tells the listener, keeps the state when it is due, and counts.
final class ChainRun {
  private final int index;
  private final SamplerSettings settings;
  private final ChainListener listener;
  private final ChainKeeper keeper;
  private double tuneSeconds;
  private double sampleSeconds;
  private int tuneDraws;
  private int kept;
  private int divergences;
  private boolean stopped;
  private long gradients;
  private double stepSize;

  ChainRun(int index, SamplerSettings settings, ChainListener listener, ChainKeeper keeper) {
    this.index = index;
    this.settings = settings;
    this.listener = listener;
    this.keeper = keeper;
  }

  /// Runs to the end, on the calling thread.
  ChainSummary run(Problem problem, StopSignal stop) {
    Throwable failure = null;
    try {
      sample(problem, stop);
    } catch (RuntimeException | OutOfMemoryError e) {
      failure = e;
    }
    listener.onChainEnd(index, kept, failure);
    return new ChainSummary(
        index,
        tuneDraws,
        kept,
        divergences,
        gradients,
        tuneSeconds,
        sampleSeconds,
        stepSize,
        stopped,
        failure);
  }

  private void sample(Problem problem, StopSignal stop) {
    long begin = System.nanoTime();
    Chain chain = chain(problem, keeper.resume(index).orElse(null));
    try {
      draw(chain, stop, begin);
    } finally {
      // Where the listener failed, the chain is one draw ahead of what was heard.
      if (chain.done() == tuneDraws + kept) {
        keep(chain);
      }
    }
  }

  private Chain chain(Problem problem, @Nullable ChainState before) {
    if (before == null) {
      return new Chain(index, problem, problem.newModel(), settings);
    }
    kept = before.kept(settings.tune());
    tuneDraws = before.done() - kept;
    divergences = before.divergences();
    tuneSeconds = before.tuneSeconds();
    sampleSeconds = before.sampleSeconds();
    gradients = before.gradients();
    stepSize = before.stepSize();
    return new Chain(before, problem.newModel(), settings);
  }

  private void draw(Chain chain, StopSignal stop, long begin) {
    int total = settings.tune() + settings.draws();
    long last = begin;
    while (chain.done() < total) {
      if (stop.stopRequested()) {
        stopped = true;
        return;
      }
      boolean tune = chain.tuning();
      DrawStats stats = chain.draw();
      gradients = chain.gradients();
      stepSize = chain.stepSize();
      listener.onDraw(index, tune ? tuneDraws : kept, tune, chain.position(), stats);
      long now = System.nanoTime();
      if (tune) {
        tuneDraws++;
        tuneSeconds += (now - last) / 1e9;
      } else {
        kept++;
        divergences += stats.diverging() ? 1 : 0;
        sampleSeconds += (now - last) / 1e9;
      }
      last = now;
      if (chain.done() < total && keeper.due(index)) {
        keep(chain);
      }
    }
  }

  private void keep(Chain chain) {
    keeper.keep(chain.state(divergences, tuneSeconds, sampleSeconds));
  }
}
