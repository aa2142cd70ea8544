/// The diagnostics of one scalar.
package dev.touchline.diagnose;

/// What is known of a scalar of the posterior.
///
/// @param name its name for people
/// @param mean posterior mean
/// @param sd posterior standard deviation
/// @param mcseMean Monte Carlo standard error of the mean
/// @param mcseSd Monte Carlo standard error of the sd
/// @param essBulk bulk effective sample size
/// @param essTail tail effective sample size
/// @param rhat rank-normalised split R-hat, maximum of bulk and folded
public record ScalarSummary(
    String name,
    double mean,
    double sd,
    double mcseMean,
    double mcseSd,
    double essBulk,
    double essTail,
    double rhat) {}
