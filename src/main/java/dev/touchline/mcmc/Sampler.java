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
    return run(problem, listener, stop, ChainKeeper.NONE);
  }

  /// The same with a keeper: chains of which it has a state go on from there, and end with exactly
  /// the draws of a run that never stopped. The listener hears of new draws only.
  public List<ChainSummary> run(
      Problem problem, ChainListener listener, StopSignal stop, ChainKeeper keeper) {
    AtomicBoolean interrupted = new AtomicBoolean();
    StopSignal anyStop = () -> interrupted.get() || stop.stopRequested();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(settings.threads(), settings.chains()),
            Thread.ofPlatform().name("chain-", 1).daemon(true).factory())) {
      List<Future<ChainSummary>> running = new ArrayList<>();
      for (int chain = 0; chain < settings.chains(); chain++) {
        ChainRun run = new ChainRun(chain, settings, listener, keeper);
        running.add(threads.submit(() -> run.run(problem, anyStop)));
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
}
