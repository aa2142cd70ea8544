/// Makes the keys of competitions.
package dev.touchline.data.feed;

import java.text.Normalizer;
import java.util.Locale;

/// Names as keys, such as `la-liga-2018-2019`.
public final class Keys {
  private Keys() {}

  /// Lower case without accents, everything that is not a letter or digit as one hyphen.
  public static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}|['’]", "");
    return plain
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
