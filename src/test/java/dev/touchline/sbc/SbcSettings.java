/// How much is simulated and how each data set is fitted.
package dev.touchline.sbc;

import dev.touchline.mcmc.SamplerSettings;

/// @param replications number of simulated data sets
/// @param chains chains of each fit
/// @param tune adaptation draws of each chain
/// @param kept draws that are ranked against, over all chains
/// @param thin every how many draws one is kept, so that those are nearly independent
/// @param seed seed of everything
/// @param threads fits at the same time
public record SbcSettings(
    int replications, int chains, int tune, int kept, int thin, long seed, int threads) {

  /// Some seconds: finds gross faults only.
  public static SbcSettings small() {
    return new SbcSettings(40, 1, 200, 40, 5, 20180614, 2);
  }

  SamplerSettings sampler(long fitSeed) {
    SamplerSettings defaults = SamplerSettings.defaults();
    return new SamplerSettings(
        chains,
        kept / chains * thin,
        tune,
        fitSeed,
        defaults.targetAccept(),
        defaults.maxTreeDepth(),
        defaults.maxEnergyError(),
        1);
  }

  /// Number of values that a rank can take.
  int rankValues() {
    return kept / chains * chains + 1;
  }
}
