/// How long a player may be on the pitch, given that he plays.
package dev.touchline.football;

import java.util.Arrays;

/// A distribution over a handful of classes of minutes.
///
/// @param minutes minutes that stand for each class
/// @param probability chance of each class; they add up to 1
public record MinutesForecast(double[] minutes, double[] probability) {

  /// Number of classes.
  public int size() {
    return minutes.length;
  }

  /// Mean minutes.
  public double mean() {
    double sum = 0;
    for (int c = 0; c < minutes.length; c++) {
      sum += probability[c] * minutes[c];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MinutesForecast that
        && Arrays.equals(minutes, that.minutes)
        && Arrays.equals(probability, that.probability);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(minutes) * 31 + Arrays.hashCode(probability);
  }
}
