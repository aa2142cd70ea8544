/// Numbers with their nouns.
package dev.touchline.desktop.data;

import dev.touchline.desktop.part.Digits;

/// Counts in words: "1 match", "64 matches".
final class Words {
  private Words() {}

  static String count(long number, String noun) {
    String ending = number == 1 ? "" : noun.endsWith("ch") ? "es" : "s";
    return Digits.whole(number) + " " + noun + ending;
  }
}
