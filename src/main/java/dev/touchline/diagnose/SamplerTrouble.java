/// What the sampler itself reported of its draws.
package dev.touchline.diagnose;

/// Sampler statistics that bear on the verdict.
///
/// @param energy energies, shape (chain, draw); empty where unknown
/// @param divergences diverging draws of each chain; empty where unknown
/// @param reachedMaxTreeDepth draws of each chain that ended at the depth limit; empty where
///   unknown
public record SamplerTrouble(double[][] energy, int[] divergences, int[] reachedMaxTreeDepth) {}
