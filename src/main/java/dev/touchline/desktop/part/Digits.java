/// Numbers for people: sensible digits, true minus signs.
package dev.touchline.desktop.part;

import dev.touchline.diagnose.LimitDigits;
import dev.touchline.evaluate.CalibrationGate;
import dev.touchline.work.RhatText;
import java.util.Locale;

/// Formats; NaN is a dash.
public final class Digits {
  private Digits() {}

  /// Whole numbers with thousands apart.
  public static String whole(Number value) {
    return Double.isFinite(value.doubleValue())
        ? String.format(Locale.ROOT, "%,d", Math.round(value.doubleValue())).replace('-', '−')
        : "–";
  }

  /// Three decimals, as for R-hat.
  public static String three(Number value) {
    return fixed(value, 3);
  }

  /// Four decimals, as for ECE.
  public static String four(Number value) {
    return fixed(value, 4);
  }

  /// R-hat: three decimals, or as many as tell it from 1.01 and the gate.
  public static String rhat(Number value) {
    return RhatText.of(value.doubleValue(), 3);
  }

  /// ECE: at least this many decimals, more where they tell it from the limit of the gate.
  public static String ece(Number value, int decimals) {
    double number = value.doubleValue();
    return Double.isFinite(number) ? LimitDigits.above(number, decimals, CalibrationGate.ECE) : "–";
  }

  /// Effective draws, whole unless that would hide that they are too few.
  public static String ess(Number value, double wanted) {
    double number = value.doubleValue();
    return Double.isFinite(number) ? LimitDigits.below(number, 0, wanted) : "–";
  }

  /// A fixed number of decimals.
  public static String fixed(Number value, int decimals) {
    double number = value.doubleValue();
    if (!Double.isFinite(number)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
    return (isNothing(text) ? text.replace("-", "") : text).replace('-', '−');
  }

  /// Four decimals with a sign, as for differences; what is written as zero has none.
  public static String signed(Number value) {
    String text = four(value);
    return value.doubleValue() > 0 && !isNothing(text) ? "+" + text : text;
  }

  /// Whether only zeros are written.
  private static boolean isNothing(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  /// About four digits that say something, whatever the size: 0.0123, 1.234, 12.35, 1,235.
  public static String sensible(Number value) {
    double number = value.doubleValue();
    double size = Math.abs(number);
    if (!Double.isFinite(number)) {
      return "–";
    }
    if (size >= 1e7 || (size > 0 && size < 1e-4)) {
      return String.format(Locale.ROOT, "%.2e", number).replace('-', '−');
    }
    return size >= 1000
        ? whole(number)
        : fixed(number, size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 4);
  }

  /// Bytes in MB, from 10,000 of them in GB.
  public static String megabytes(Number bytes) {
    double size = bytes.doubleValue() / 1048576;
    return size < 9999.95
        ? String.format(Locale.ROOT, "%,.1f MB", size)
        : String.format(Locale.ROOT, "%,.1f GB", size / 1024);
  }

  /// Seconds as minutes and seconds.
  public static String clock(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "–";
    }
    long whole = Math.round(seconds);
    return whole >= 3600
        ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
        : "%d:%02d".formatted(whole / 60, whole % 60);
  }
}
