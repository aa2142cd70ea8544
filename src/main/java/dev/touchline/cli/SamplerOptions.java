/// Options of everything that samples.
package dev.touchline.cli;

import dev.touchline.mcmc.SamplerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Filled by picocli; what is not given keeps the default of [SamplerSettings].
final class SamplerOptions {
  @Option(names = "--draws", description = "Draws kept of each chain (default: 1000).")
  @Nullable Integer draws;

  @Option(names = "--chains", description = "Chains (default: 4).")
  @Nullable Integer chains;

  @Option(names = "--tune", description = "Adaptation draws of each chain (default: 400).")
  @Nullable Integer tune;

  @Option(names = "--seed", description = "Seed of all random streams (default: 20180614).")
  @Nullable Long seed;

  @Option(
      names = "--target-accept",
      description = "Acceptance that the step size is adapted to (default: 0.8).")
  @Nullable Double targetAccept;

  @Option(names = "--max-tree-depth", description = "Cap of a trajectory's depth (default: 10).")
  @Nullable Integer maxTreeDepth;

  @Option(
      names = "--threads",
      description = "Chains that run at the same time (default: processors, at most one a chain).")
  @Nullable Integer threads;

  SamplerSettings settings() {
    SamplerSettings defaults = SamplerSettings.defaults();
    int chainCount = chains == null ? defaults.chains() : chains;
    int processors = Math.max(1, Math.min(chainCount, Runtime.getRuntime().availableProcessors()));
    return new SamplerSettings(
        chainCount,
        draws == null ? defaults.draws() : draws,
        tune == null ? defaults.tune() : tune,
        seed == null ? defaults.seed() : seed,
        targetAccept == null ? defaults.targetAccept() : targetAccept,
        maxTreeDepth == null ? defaults.maxTreeDepth() : maxTreeDepth,
        defaults.maxEnergyError(),
        threads == null ? processors : threads);
  }
}
