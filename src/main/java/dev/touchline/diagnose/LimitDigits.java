/// Writes numbers that stand beside a verdict.
package dev.touchline.diagnose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoublePredicate;

/// Rounding must not make a number that misses its limit look as if it did not: an R-hat of 1.0104
/// is above 1.01, which "1.010" is not. Such a number gets as many more decimals as it takes.
public final class LimitDigits {
  private static final int MOST_DECIMALS = 15;

  private LimitDigits() {}

  /// A number that misses a limit by being above it.
  public static String above(double value, int decimals, double... limits) {
    return rounded(
        value,
        decimals,
        shown -> Arrays.stream(limits).allMatch(limit -> shown > limit == value > limit));
  }

  /// A number that misses its limit by being below it.
  public static String below(double value, int decimals, double limit) {
    return rounded(value, decimals, shown -> shown < limit == value < limit);
  }

  private static String rounded(double value, int decimals, DoublePredicate sameSide) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    var exact = new BigDecimal(value);
    for (int places = decimals; ; places++) {
      BigDecimal shown = exact.setScale(places, RoundingMode.HALF_UP);
      if (places >= MOST_DECIMALS || sameSide.test(shown.doubleValue())) {
        return String.format(Locale.ROOT, "%,." + places + "f", shown);
      }
    }
  }
}
