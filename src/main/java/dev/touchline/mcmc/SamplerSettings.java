/// How a run of the sampler is set up; every default stands here.
package dev.touchline.mcmc;

import dev.touchline.fault.Fault;

/// Validated settings of a run.
///
/// @param chains number of chains, 1 to 64
/// @param draws draws kept of each chain, at least 1
/// @param tune adaptation draws of each chain before them, at least 0
/// @param seed seed of all random streams
/// @param targetAccept mean acceptance that the step size is adapted to, in (0, 1)
/// @param maxTreeDepth cap of the trajectory's tree depth, 1 to 20
/// @param maxEnergyError energy error above which a trajectory counts as diverging
/// @param threads chains that run at the same time, at least 1
public record SamplerSettings(
    int chains,
    int draws,
    int tune,
    long seed,
    double targetAccept,
    int maxTreeDepth,
    double maxEnergyError,
    int threads) {

  /// Default number of chains.
  public static final int CHAINS = 4;

  /// Default number of draws of each chain.
  public static final int DRAWS = 1000;

  /// Default number of adaptation draws.
  public static final int TUNE = 400;

  /// Default seed.
  public static final long SEED = 20180614L;

  /// Default target acceptance.
  public static final double TARGET_ACCEPT = 0.8;

  /// Refuses settings that make no sense.
  public SamplerSettings {
    require(chains >= 1 && chains <= 64, "chains", chains, "Choose 1 to 64 chains.");
    require(draws >= 1 && draws <= 10_000_000, "draws", draws, "Choose 1 to 10,000,000 draws.");
    require(tune >= 0 && tune <= 10_000_000, "tune", tune, "Choose 0 to 10,000,000 warm-up draws.");
    require(
        targetAccept > 0 && targetAccept < 1,
        "target-accept",
        targetAccept,
        "Choose a value between 0 and 1, such as 0.8 or 0.95.");
    require(
        maxTreeDepth >= 1 && maxTreeDepth <= 20, "max-tree-depth", maxTreeDepth, "Choose 1 to 20.");
    require(maxEnergyError > 0, "max-energy-error", maxEnergyError, "Choose a positive value.");
    require(threads >= 1 && threads <= 1024, "threads", threads, "Choose at least 1 thread.");
  }

  /// All defaults, with as many threads as processors (at most one a chain).
  public static SamplerSettings defaults() {
    return new SamplerSettings(
        CHAINS,
        DRAWS,
        TUNE,
        SEED,
        TARGET_ACCEPT,
        10,
        1000.0,
        Math.max(1, Math.min(CHAINS, Runtime.getRuntime().availableProcessors())));
  }

  /// The same with other chains, draws, tune and seed.
  public SamplerSettings with(int newChains, int newDraws, int newTune, long newSeed) {
    return new SamplerSettings(
        newChains, newDraws, newTune, newSeed, targetAccept, maxTreeDepth, maxEnergyError, threads);
  }

  /// The same settings with every chain running from the start, for those who watch them together.
  public SamplerSettings together() {
    return new SamplerSettings(
        chains, draws, tune, seed, targetAccept, maxTreeDepth, maxEnergyError, chains);
  }

  private static void require(boolean holds, String name, Number value, String remedy) {
    if (!holds) {
      throw new Fault(Fault.Kind.USAGE, name + " cannot be " + value + ".", remedy);
    }
  }
}
