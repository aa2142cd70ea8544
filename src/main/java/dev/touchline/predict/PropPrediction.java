/// The prediction of one prop.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import java.util.Arrays;
import java.util.List;
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
/// @param lengths the lengths of play that it is a mixture of; empty where the minutes are known
public record PropPrediction(
    Prop prop,
    double mean,
    double sd,
    double ciLow,
    double ciHigh,
    int predictiveLow,
    int predictiveHigh,
    double[] pmf,
    Map<String, Double> why,
    List<Length> lengths) {

  /// A length of play of a mixture.
  ///
  /// @param probability how probable it is
  /// @param ciLow lower end of the credible interval of its rate
  /// @param ciHigh upper end
  public record Length(double probability, double ciLow, double ciHigh) {}

  /// P(Y > line), for lines such as 0.5 or 2.5 (for a whole line the push is not counted).
  public double over(double line) {
    double atMost = 0;
    for (int y = 0; y < pmf.length && y <= line; y++) {
      atMost += pmf[y];
    }
    return Math.max(0, 1 - atMost);
  }

  /// The lower end of the credible interval of [#over], of the same mass as that of the rate.
  ///
  /// A probability grows with the rate, so that the ends of its interval are those of the rate's;
  /// in a mixture they are exact as far as [MinutesMixture] has those of the rate.
  public double overLow(double line) {
    return lengths.isEmpty()
        ? over(line, ciLow)
        : lengths.stream().mapToDouble(one -> one.probability() * over(line, one.ciLow())).sum();
  }

  /// The upper end of it.
  public double overHigh(double line) {
    return lengths.isEmpty()
        ? over(line, ciHigh)
        : lengths.stream().mapToDouble(one -> one.probability() * over(line, one.ciHigh())).sum();
  }

  /// P(Y > line) of a Poisson count. Summed from above, where it is small, so that little is lost.
  private static double over(double line, double rate) {
    int first = (int) Math.floor(line) + 1;
    double term = Math.exp(-rate);
    double atMost = 0;
    for (int y = 0; y < first; y++) {
      atMost += term;
      term *= rate / (y + 1);
    }
    if (rate > first) {
      return Math.max(0, 1 - atMost);
    }
    double over = 0;
    for (int y = first; term > over * 1e-17; y++) {
      over += term;
      term *= rate / (y + 1);
    }
    return over;
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
        && why.equals(that.why)
        && lengths.equals(that.lengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pmf) * 31 + prop.hashCode();
  }
}
