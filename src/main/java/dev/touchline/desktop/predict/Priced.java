/// An answer as the panel shows it.
package dev.touchline.desktop.predict;

import dev.touchline.football.Prop;
import dev.touchline.predict.PropPrediction;
import java.util.List;
import java.util.Map;

/// @param version the version that answered
/// @param title who against whom, where and how long
/// @param player the player's name
/// @param understood a sentence where the player was named by a first name and is stored with its
///   initial, or the reverse; else empty
/// @param opponent the opponent's name
/// @param minutes minutes, or their mean where they are expected
/// @param interval mass of the intervals
/// @param known what the model knows of both, a sentence
/// @param playerKnown whether it knows the player
/// @param opponentKnown whether it knows the opponent
/// @param good whether it knows both, and his team where it asks for it
/// @param warnings sentences for the user
/// @param props one a prop, in the model's order
/// @param microseconds time of the prediction
/// @param samples posterior samples used
record Priced(
    String version,
    String title,
    String player,
    String understood,
    String opponent,
    double minutes,
    double interval,
    String known,
    boolean playerKnown,
    boolean opponentKnown,
    boolean good,
    List<String> warnings,
    Map<Prop, PricedProp> props,
    double microseconds,
    int samples) {

  /// One prop.
  ///
  /// @param mean mean count
  /// @param low lower end of the credible interval of the rate
  /// @param high upper end
  /// @param predictiveLow lower end of the interval of the count
  /// @param predictiveHigh upper end
  /// @param pmf P(Y = y)
  /// @param why contributions on the log scale, in order
  /// @param prediction what it was made of
  record PricedProp(
      double mean,
      double low,
      double high,
      int predictiveLow,
      int predictiveHigh,
      double[] pmf,
      List<Part> why,
      PropPrediction prediction) {
    /// P(Y above the line).
    double over(double line) {
      double over = 1;
      for (int y = 0; y < pmf.length && y < line; y++) {
        over -= pmf[y];
      }
      return Math.max(0, over);
    }

    /// The lower end of the credible interval of [#over].
    double overLow(double line) {
      return prediction.overLow(line);
    }

    /// The upper end of it.
    double overHigh(double line) {
      return prediction.overHigh(line);
    }
  }

  /// A contribution.
  record Part(String name, double log) {}
}
