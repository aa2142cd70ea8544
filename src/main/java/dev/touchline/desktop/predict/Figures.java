/// Numbers of the Predict panel, written alike on cards and pins.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.part.Digits;
import java.util.Locale;

/// NaN is a dash.
final class Figures {
  private static final double MOST_ODDS = 1000;
  private static final double MOST_VALUE = 10;
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

  /// A gain or loss in percent of a stake, with its sign.
  static String signedPercent(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (value > MOST_VALUE) {
      return "> 1000 %";
    }
    String digits =
        String.format(
            Locale.ROOT, Math.abs(value) < 0.9995 ? "%.1f %%" : "%.0f %%", Math.abs(100 * value));
    return digits.equals("0.0 %") ? digits : (value < 0 ? "−" : "+") + digits;
  }

  /// An interval of a probability.
  static String percents(double low, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      return "–";
    }
    String from = rounded(low);
    String to = rounded(high);
    return (from.equals(to) ? from : from + "–" + to) + " %";
  }

  /// Two digits, which is as much as such an end is exact to.
  private static String rounded(double p) {
    return p < 0.0005 ? "0" : String.format(Locale.ROOT, p < 0.0995 ? "%.1f" : "%.0f", 100 * p);
  }

  /// Fair decimal odds of something with this probability, without margin.
  static String odds(double p) {
    return !Double.isFinite(p) ? "–" : p * MOST_ODDS < 1 ? "> 1000" : Digits.fixed(1 / p, 2);
  }
}
