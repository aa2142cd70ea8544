/// Answers as tab-separated text, for spreadsheets.
package dev.touchline.desktop.predict;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;

/// A row for each answer, prop and line: the chosen line and its neighbours, both sides with their
/// fair decimal odds, and the interval of over. Figures are plain, so that they can be calculated
/// with.
final class PriceText {
  private static final String HEADING =
      "question\tversion\tprop\tmean\tlow\thigh\tline\tover\tfair_over\tunder\tfair_under\tover_low\tover_high\n";

  private PriceText() {}

  /// How many lines a prop are shown.
  static final int LINES = 3;

  /// The first of the lines shown where this one is chosen.
  static double firstLine(double chosen) {
    return Math.max(0.5, chosen - 1);
  }

  static String of(List<Priced> answers, DoubleProperty[] lines) {
    var text = new StringBuilder(HEADING);
    for (Priced answer : answers) {
      answer
          .props()
          .forEach(
              (prop, p) -> {
                double first = firstLine(lines[prop.ordinal()].get());
                for (int i = 0; i < LINES; i++) {
                  double over = p.over(first + i);
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "%s\t%s\t%s\t%.4f\t%.4f\t%.4f\t%.1f\t%.4f\t%s\t%.4f\t%s\t%.4f\t%.4f%n",
                          answer.title(),
                          answer.version(),
                          prop.key(),
                          p.mean(),
                          p.low(),
                          p.high(),
                          first + i,
                          over,
                          odds(over),
                          1 - over,
                          odds(1 - over),
                          p.overLow(first + i),
                          p.overHigh(first + i)));
                }
              });
    }
    return text.toString().replace("\r\n", "\n");
  }

  /// Empty where it cannot happen: infinite odds are no number.
  private static String odds(double probability) {
    return probability > 0 ? String.format(Locale.ROOT, "%.3f", 1 / probability) : "";
  }
}
