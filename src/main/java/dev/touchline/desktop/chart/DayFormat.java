/// Days since 1970 on an axis, written as dates.
package dev.touchline.desktop.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jfree.chart.axis.NumberAxis;

/// The month over long spans, else the day, with its year where the axis holds more than one.
final class DayFormat extends AxisFormat {
  private static final long serialVersionUID = 1L;

  /// Longer spans than this are told by the month.
  private static final double LONG = 500;

  private final transient NumberAxis axis;
  private final transient DoubleSupplier last;

  /// @param axis whose range decides how much of a date is written
  /// @param last the last day that has a name; what lies beyond it has none
  DayFormat(NumberAxis axis, DoubleSupplier last) {
    this.axis = axis;
    this.last = last;
  }

  @Override
  String write(double number) {
    return number > last.getAsDouble()
        ? ""
        : DateTimeFormatter.ofPattern(pattern(), Locale.ENGLISH)
            .format(LocalDate.ofEpochDay(Math.round(number)));
  }

  private String pattern() {
    if (axis.getRange().getLength() > LONG) {
      return "MMM yyyy";
    }
    double end = Math.min(axis.getUpperBound(), last.getAsDouble());
    int first = LocalDate.ofEpochDay((long) Math.ceil(axis.getLowerBound())).getYear();
    return LocalDate.ofEpochDay((long) Math.floor(end)).getYear() == first ? "d MMM" : "d MMM yyyy";
  }
}
