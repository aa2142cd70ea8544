/// How an axis writes its numbers.
package dev.touchline.desktop.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/// A format that writes and does not read: all that an axis asks of one.
abstract class AxisFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;

  /// The number in words; empty where it has no name.
  abstract String write(double number);

  @Override
  public final StringBuffer format(double number, StringBuffer target, FieldPosition position) {
    return target.append(write(number));
  }

  @Override
  public final StringBuffer format(long number, StringBuffer target, FieldPosition position) {
    return target.append(write(number));
  }

  @Override
  public final @Nullable Number parse(String source, ParsePosition position) {
    return null;
  }
}
