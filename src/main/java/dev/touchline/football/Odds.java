/// Reads betting odds as they are written in different places.
package dev.touchline.football;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decimal odds are what a stake of 1 brings back, the stake among it: more than 1.
public final class Odds {
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\d{1,6})");
  private static final Pattern MONEYLINE = Pattern.compile("([+-])\\s*(\\d{3,6})");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}([.,]\\d{1,6})?");

  private Odds() {}

  /// Decimal odds: 1.85 or 1,85 as they are, 17/20 and −118 converted; NaN for what is none of
  /// these.
  public static double parse(String text) {
    String plain = text.strip().replace('−', '-');
    Matcher fraction = FRACTION.matcher(plain);
    if (fraction.matches()) {
      return offered(1 + number(fraction.group(1)) / number(fraction.group(2)));
    }
    Matcher moneyline = MONEYLINE.matcher(plain);
    if (moneyline.matches()) {
      double stake = number(moneyline.group(2));
      return offered(1 + (moneyline.group(1).equals("+") ? stake / 100 : 100 / stake));
    }
    return DECIMAL.matcher(plain).matches() ? offered(number(plain)) : Double.NaN;
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }

  private static double offered(double odds) {
    return odds > 1 && Double.isFinite(odds) ? odds : Double.NaN;
  }
}
