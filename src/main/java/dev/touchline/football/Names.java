/// Makes names comparable.
package dev.touchline.football;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Spelling without its accidents.
public final class Names {
  private Names() {}

  /// A name in lower case, without accents, its parts separated by single spaces: "Łukasz
  /// O'Neill-Özil" becomes "lukasz oneill ozil". Apostrophes are dropped, other signs separate;
  /// letters of other scripts stay.
  public static String fold(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    boolean gap = false;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      boolean mark =
          type == Character.NON_SPACING_MARK
              || type == Character.ENCLOSING_MARK
              || type == Character.COMBINING_SPACING_MARK;
      if (mark || apostrophe(c)) {
        continue;
      }
      if (!Character.isLetterOrDigit(c)) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      String plain = plain(c);
      if (plain == null) {
        folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
      } else {
        folded.append(plain);
      }
    }
    return folded.toString();
  }

  private static boolean apostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´' || c == 'ʼ' || c == 'ʻ';
  }

  /// Letters that no decomposition takes apart.
  private static @Nullable String plain(int c) {
    return switch (c) {
      case 'ł', 'Ł' -> "l";
      case 'ø', 'Ø' -> "o";
      case 'đ', 'Đ', 'ð', 'Ð' -> "d";
      case 'ħ', 'Ħ' -> "h";
      case 'ı', 'İ' -> "i";
      case 'ŧ', 'Ŧ' -> "t";
      case 'ŋ', 'Ŋ' -> "n";
      case 'ə', 'Ə' -> "a";
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'þ', 'Þ' -> "th";
      default -> null;
    };
  }
}
