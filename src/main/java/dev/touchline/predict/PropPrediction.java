/// The prediction of one prop.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import java.util.Arrays;
import java.util.Map;

/// What is predicted of one prop.
///
/// @param prop the prop
/// @param mean mean count
/// @param sd standard deviation of the count (predictive)
/// @param ciLow lower end of the credible interval of the rate
/// @param ciHigh upper end
/// @param predictiveLow lower end of the predictive interval of the count
/// @param predictiveHigh upper end
/// @param pmf P(Y = y) for y = 0, 1, …, until the rest is below 1e-9
/// @param why posterior means of the log rate's parts: `league`, `home`, `position`, `player`,
///   `opponent`, `team` where the model has own teams' effects, one a feature under `feature:NAME`,
///   `minutes`; they add up to the mean log rate
public record PropPrediction(
    Prop prop,
    double mean,
    double sd,
    double ciLow,
    double ciHigh,
    int predictiveLow,
    int predictiveHigh,
    double[] pmf,
    Map<String, Double> why) {

  /// P(Y > line), for lines such as 0.5 or 2.5 (for a whole line the push is not counted).
  public double over(double line) {
    double atMost = 0;
    for (int y = 0; y < pmf.length && y <= line; y++) {
      atMost += pmf[y];
    }
    return Math.max(0, 1 - atMost);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PropPrediction that
        && prop == that.prop
        && mean == that.mean
        && sd == that.sd
        && ciLow == that.ciLow
        && ciHigh == that.ciHigh
        && predictiveLow == that.predictiveLow
        && predictiveHigh == that.predictiveHigh
        && Arrays.equals(pmf, that.pmf)
        && why.equals(that.why);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pmf) * 31 + prop.hashCode();
  }
}
