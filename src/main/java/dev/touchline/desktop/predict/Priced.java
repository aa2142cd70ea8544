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
  /// @param prediction the prediction
  /// @param why contributions on the log scale, in order
  record PricedProp(PropPrediction prediction, List<Part> why) {
    /// Mean count.
    double mean() {
      return prediction.mean();
    }

    /// The lower end of the credible interval of the rate.
    double low() {
      return prediction.ciLow();
    }

    /// The upper end of it.
    double high() {
      return prediction.ciHigh();
    }

    /// The lower end of the interval of the count.
    int predictiveLow() {
      return prediction.predictiveLow();
    }

    /// The upper end of it.
    int predictiveHigh() {
      return prediction.predictiveHigh();
    }

    /// P(Y = y).
    double[] pmf() {
      return prediction.pmf();
    }

    /// P(Y above the line), which is a half.
    double over(double line) {
      return prediction.over(line);
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
