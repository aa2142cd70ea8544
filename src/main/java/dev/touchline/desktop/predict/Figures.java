/// Numbers of the Predict panel, written alike on cards and pins.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Digits;
import java.util.Locale;

/// NaN is a dash.
final class Figures {
  private static final double MOST_ODDS = 1000;
  private static final double RARE = 0.1;

  private Figures() {}

  /// An expected count of a prop; rare props get a digit more.
  static String count(double value, Priced.PricedProp prop) {
    return Digits.fixed(value, prop.mean() < RARE ? 3 : 2);
  }

  /// A probability.
  static String percent(double p) {
    return Double.isFinite(p) ? String.format(Locale.ROOT, "%.1f %%", 100 * p) : "–";
  }

  /// Fair decimal odds of something with this probability, without margin.
  static String odds(double p) {
    return !Double.isFinite(p) ? "–" : p * MOST_ODDS < 1 ? "> 1000" : Digits.fixed(1 / p, 2);
  }
}
