/// Reads `--line shots=2.5` and the like.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

final class LineOptions {
  private LineOptions() {}

  /// One line a prop; a second one for the same prop is wrong.
  static Map<Prop, Double> single(List<String> options) {
    Map<Prop, Double> lines = new EnumMap<>(Prop.class);
    many(options)
        .forEach(
            (prop, values) -> {
              if (values.size() > 1) {
                throw new Fault(
                    Fault.Kind.USAGE, prop.label() + " has two lines.", "Give one line a prop.");
              }
              lines.put(prop, values.getFirst());
            });
    return lines;
  }

  /// Any number of lines a prop.
  static Map<Prop, List<Double>> many(List<String> options) {
    Map<Prop, List<Double>> lines = new EnumMap<>(Prop.class);
    for (String option : options) {
      String[] parts = option.split("=", 2);
      double line = parts.length == 2 ? number(parts[1]) : Double.NaN;
      if (!(line >= 0) || line > 1000) {
        throw new Fault(
            Fault.Kind.USAGE,
            "\"" + option + "\" is not a line.",
            "Write PROP=LINE, such as shots=2.5.");
      }
      lines.computeIfAbsent(Prop.parse(parts[0]), prop -> new ArrayList<>()).add(line);
    }
    return lines;
  }

  /// A number, NaN where it is none.
  static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
