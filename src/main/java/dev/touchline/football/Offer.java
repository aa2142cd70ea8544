/// What is offered on the two sides of a line.
package dev.touchline.football;

/// Decimal odds of a bookmaker; either side may not be on offer.
///
/// @param over decimal odds that the count exceeds the line; NaN where nothing is offered
/// @param under decimal odds that it does not
public record Offer(double over, double under) {
  /// The bookmaker's margin: by how much the inverse odds of both sides exceed 1. NaN where a side
  /// is not offered.
  public double margin() {
    return 1 / over + 1 / under - 1;
  }

  /// The probability of over that the offer stands for: inverse odds in proportion, so that both
  /// sides add up to 1, or as they are where the other side is not offered, margin and all.
  public double impliedOver() {
    return implied(over, under);
  }

  /// The same of under.
  public double impliedUnder() {
    return implied(under, over);
  }

  private static double implied(double side, double other) {
    return Double.isNaN(other) ? 1 / side : other / (side + other);
  }

  /// What a stake of 1 is expected to bring beyond itself, at a probability and odds.
  public static double value(double probability, double odds) {
    return probability * odds - 1;
  }
}
