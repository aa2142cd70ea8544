/// Runs the chains of a problem.
package dev.touchline.mcmc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// The No-U-Turn sampler over several chains, each on its own platform thread.
public final class Sampler {
  private final SamplerSettings settings;

  /// A sampler with these settings.
  public Sampler(SamplerSettings settings) {
    this.settings = settings;
  }

  /// Runs all chains and waits for them. Same seed, same draws, whatever the number of threads.
  ///
  /// A chain that fails ends with its failure in the summary; the others go on. Interrupting the
  /// calling thread stops all chains as the stop signal does.
  public List<ChainSummary> run(Problem problem, ChainListener listener, StopSignal stop) {
    AtomicBoolean interrupted = new AtomicBoolean();
    StopSignal anyStop = () -> interrupted.get() || stop.stopRequested();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(settings.threads(), settings.chains()),
            Thread.ofPlatform().name("chain-", 1).daemon(true).factory())) {
      List<Future<ChainSummary>> running = new ArrayList<>();
      for (int chain = 0; chain < settings.chains(); chain++) {
        int index = chain;
        running.add(threads.submit(() -> runChain(index, problem, listener, anyStop)));
      }
      List<ChainSummary> summaries = new ArrayList<>();
      for (Future<ChainSummary> future : running) {
        summaries.add(await(future, interrupted));
      }
      if (interrupted.get()) {
        Thread.currentThread().interrupt();
      }
      return List.copyOf(summaries);
    }
  }

  private static ChainSummary await(Future<ChainSummary> future, AtomicBoolean interrupted) {
    while (true) {
      try {
        return future.get();
      } catch (InterruptedException e) {
        interrupted.set(true);
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException("a chain's listener failed", e.getCause());
      }
    }
  }

  private ChainSummary runChain(
      int index, Problem problem, ChainListener listener, StopSignal stop) {
    Run run = new Run(index);
    Throwable failure = null;
    try {
      run.sample(problem, listener, stop);
    } catch (RuntimeException | OutOfMemoryError e) {
      failure = e;
    }
    listener.onChainEnd(index, run.kept, failure);
    return run.summary(failure);
  }

  /// The course of one chain.
  private final class Run {
    private final int index;
    private final long begin = System.nanoTime();
    private long tuned = begin;
    private long end = begin;
    private int tuneDraws;
    private int kept;
    private int divergences;
    private boolean stopped;
    private long gradients;
    private double stepSize;

    Run(int index) {
      this.index = index;
    }

    void sample(Problem problem, ChainListener listener, StopSignal stop) {
      Chain chain = new Chain(index, problem, problem.newModel(), settings);
      int total = settings.tune() + settings.draws();
      while (chain.done() < total) {
        if (stop.stopRequested()) {
          stopped = true;
          break;
        }
        boolean tune = chain.tuning();
        DrawStats stats = chain.draw();
        gradients = chain.gradients();
        stepSize = chain.stepSize();
        listener.onDraw(index, tune ? tuneDraws : kept, tune, chain.position(), stats);
        end = System.nanoTime();
        if (tune) {
          tuneDraws++;
          tuned = end;
        } else {
          kept++;
          divergences += stats.diverging() ? 1 : 0;
        }
      }
    }

    ChainSummary summary(@org.jspecify.annotations.Nullable Throwable failure) {
      return new ChainSummary(
          index,
          tuneDraws,
          kept,
          divergences,
          gradients,
          (tuned - begin) / 1e9,
          (end - tuned) / 1e9,
          stepSize,
          stopped,
          failure);
    }
  }
}
