/// A correlation of two props stands twice in its matrix; lists of a few name it once.
package dev.touchline.desktop.train;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lets the first of `player_corr[goals, shots]` and `player_corr[shots, goals]` through: both have
/// the same draws.
final class Mirrored {
  private static final String MATRIX = "_corr[";

  private Mirrored() {}

  /// True for names whose mirror image was not asked about before.
  static Predicate<String> once() {
    Set<String> seen = new HashSet<>();
    return name -> {
      String pair = pair(name);
      return pair == null || seen.add(pair);
    };
  }

  private static @Nullable String pair(String name) {
    int at = name.indexOf(MATRIX);
    if (at < 0 || !name.endsWith("]")) {
      return null;
    }
    int open = at + MATRIX.length();
    String[] props = name.substring(open, name.length() - 1).split(", ");
    Arrays.sort(props);
    return name.substring(0, open) + String.join(", ", props);
  }
}
