/// Runs the chains of a problem.
package dev.touchline.mcmc;

import java.util.List;

/// The No-U-Turn sampler over several chains.
public final class Sampler {
  private final SamplerSettings settings;

  /// A sampler with these settings.
  public Sampler(SamplerSettings settings) {
    this.settings = settings;
  }

  /// Runs all chains and waits for them. Same seed, same draws, whatever the number of threads.
  public List<ChainSummary> run(Problem problem, ChainListener listener, StopSignal stop) {
    throw new UnsupportedOperationException("not built yet: " + settings);
  }
}
