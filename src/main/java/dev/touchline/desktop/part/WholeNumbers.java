/// Reads whole numbers that a user typed.
package dev.touchline.desktop.part;

import dev.touchline.fault.Fault;

/// Spaces around and commas within do not matter.
public final class WholeNumbers {
  private WholeNumbers() {}

  /// The number; text that is none is a fault that names the field.
  public static long parse(String field, String text) {
    try {
      return Long.parseLong(text.strip().replace(",", ""));
    } catch (NumberFormatException e) {
      throw none(field, text.strip(), e);
    }
  }

  private static Fault none(String field, String text, NumberFormatException e) {
    if (text.isEmpty()) {
      return new Fault(Fault.Kind.USAGE, field + " is empty.", "Write a whole number.", e);
    }
    if (text.replace(",", "").matches("[+-]?[0-9]+")) {
      return new Fault(
          Fault.Kind.USAGE,
          field + " cannot be " + text + ".",
          "Write a number of at most 18 digits.",
          e);
    }
    return new Fault(
        Fault.Kind.USAGE, field + " \"" + text + "\" is not a number.", "Write a whole number.", e);
  }

  /// The same for numbers that must fit 32 bits.
  public static int small(String field, String text) {
    long number = parse(field, text);
    if (number != (int) number) {
      throw new Fault(
          Fault.Kind.USAGE, field + " cannot be " + text.strip() + ".", "Write a smaller number.");
    }
    return (int) number;
  }
}
