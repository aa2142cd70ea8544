/// Calibration and scores of one prop.
package dev.touchline.evaluate;

import java.util.List;
import java.util.Map;

/// How good the forecasts of one prop are; scores: lower is better.
///
/// @param line the event is Y above this line
/// @param rows forecasts judged
/// @param matches matches that they come from
/// @param ece expected calibration error, 10 equal-width bins
/// @param eceLow lower end of its 95 % interval, bootstrap over matches
/// @param eceHigh upper end
/// @param ecePerfect ECE that a perfectly calibrated forecaster of the same size shows on average
/// @param eceEqualMass ECE with 10 equal-mass bins
/// @param eceDebiased debiased ECE
/// @param brier Brier score with its CORP split
/// @param logScore mean of −ln P(Y = y)
/// @param rps mean ranked probability score of the count
/// @param coverage share of counts inside the central predictive intervals, by mass in percent
/// @param bins the reliability diagram
/// @param pit non-randomised PIT histogram of the count, 10 bins, mean 1
public record PropCalibration(
    double line,
    int rows,
    int matches,
    double ece,
    double eceLow,
    double eceHigh,
    double ecePerfect,
    double eceEqualMass,
    double eceDebiased,
    Brier brier,
    double logScore,
    double rps,
    Map<Integer, Double> coverage,
    List<Bin> bins,
    List<Double> pit) {

  /// Brier score = miscalibration − discrimination + uncertainty (CORP).
  public record Brier(
      double score, double miscalibration, double discrimination, double uncertainty) {}

  /// A bin of the reliability diagram; the band is where the observed share of a calibrated
  /// forecaster falls 95 times in 100. Empty bins are left out.
  public record Bin(
      double low,
      double high,
      int n,
      double predicted,
      double observed,
      double bandLow,
      double bandHigh) {}
}
