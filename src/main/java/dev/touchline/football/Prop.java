/// What is counted and priced.
package dev.touchline.football;

import dev.touchline.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A player prop, in the order of the trace's `prop` coordinate.
public enum Prop {
  /// Goals, own goals not counted.
  GOALS,
  /// Shots, on target or not.
  SHOTS,
  /// Yellow plus red cards.
  CARDS;

  /// The name in traces, files, JSON and on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name in headings and log lines.
  public String label() {
    return name().charAt(0) + key().substring(1);
  }

  /// Reads one prop by its key, any case.
  public static Prop parse(String key) {
    for (Prop prop : values()) {
      if (prop.key().equals(key.strip().toLowerCase(Locale.ROOT))) {
        return prop;
      }
    }
    throw new Fault(
        Fault.Kind.USAGE, "\"" + key + "\" is not a prop.", "Use goals, shots or cards.");
  }

  /// Reads a comma-separated list; the answer has each prop once, in the model's order.
  public static List<Prop> parseList(String keys) {
    List<Prop> asked = new ArrayList<>();
    for (String key : keys.split(",", -1)) {
      asked.add(parse(key));
    }
    List<Prop> ordered = new ArrayList<>();
    for (Prop prop : values()) {
      if (asked.contains(prop)) {
        ordered.add(prop);
      }
    }
    return List.copyOf(ordered);
  }
}
