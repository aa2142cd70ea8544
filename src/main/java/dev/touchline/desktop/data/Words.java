/// What the Data panel says: counts with their nouns, places from the user's folder.
package dev.touchline.desktop.data;

import dev.touchline.desktop.part.Digits;

/// Counts in words: "1 match", "64 matches".
final class Words {
  private Words() {}

  static String count(long number, String noun) {
    String ending = number == 1 ? "" : noun.endsWith("ch") ? "es" : "s";
    return Digits.whole(number) + " " + noun + ending;
  }

  /// A place below the user's own folder, written from there as `~/…`; others as they are.
  static String fromHome(String place, String userHome) {
    boolean below =
        userHome.length() > 1
            && place.startsWith(userHome)
            && (place.startsWith("/", userHome.length())
                || place.startsWith("\\", userHome.length()));
    return below ? "~" + place.substring(userHome.length()) : place;
  }
}
