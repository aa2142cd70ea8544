/// One forecaster's figures of one prop, and how they differ from those of the one it is set
/// against.
package dev.touchline.evaluate;

import dev.touchline.evaluate.ComparisonResult.Difference;

/// Differences are this forecaster minus the other on the same matches, with 95 % intervals by
/// paired bootstrap over matches; all zero for the other itself.
///
/// @param scores calibration and scores
/// @param perfectDebiased debiased ECE that a perfectly calibrated forecaster of the same size
///   shows on average: not 0, as negative estimates count as 0
/// @param logScore difference of the log score
/// @param rps difference of the RPS
/// @param brier difference of the Brier score
/// @param ece difference of the ECE
public record ModelScores(
    PropCalibration scores,
    double perfectDebiased,
    Difference logScore,
    Difference rps,
    Difference brier,
    Difference ece) {}
