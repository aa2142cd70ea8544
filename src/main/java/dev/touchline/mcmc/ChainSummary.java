/// How one chain ended.
package dev.touchline.mcmc;

import org.jspecify.annotations.Nullable;

/// The end of a chain.
///
/// @param chain index from 0
/// @param tuned adaptation draws done
/// @param draws draws kept
/// @param divergences diverging transitions among them
/// @param gradients gradient evaluations, adaptation included
/// @param tuneSeconds wall time of the adaptation
/// @param sampleSeconds wall time of the kept draws
/// @param stepSize final step size
/// @param stopped whether the stop signal ended it early
/// @param failure what broke it, or null
public record ChainSummary(
    int chain,
    int tuned,
    int draws,
    int divergences,
    long gradients,
    double tuneSeconds,
    double sampleSeconds,
    double stepSize,
    boolean stopped,
    @Nullable Throwable failure) {}
