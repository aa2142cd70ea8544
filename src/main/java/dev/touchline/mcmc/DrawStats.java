/// What the sampler tells of one draw besides its position.
package dev.touchline.mcmc;

/// Statistics of one transition; names as in ArviZ's `sample_stats`.
///
/// @param lp log posterior density of the draw
/// @param acceptanceRate mean Metropolis acceptance over the trajectory
/// @param stepSize leapfrog step size used
/// @param treeDepth depth of the trajectory's tree
/// @param nSteps leapfrog steps taken
/// @param diverging whether the trajectory diverged
/// @param energy Hamiltonian of the accepted state
/// @param energyError Hamiltonian of the accepted state minus that of the start
/// @param reachedMaxTreeDepth whether the depth limit ended the trajectory
public record DrawStats(
    double lp,
    double acceptanceRate,
    double stepSize,
    int treeDepth,
    int nSteps,
    boolean diverging,
    double energy,
    double energyError,
    boolean reachedMaxTreeDepth) {}
