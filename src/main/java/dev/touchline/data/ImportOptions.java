/// How an import is to be done.
package dev.touchline.data;

import dev.touchline.data.feed.RowBounds;
import dev.touchline.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What the user chose.
///
/// @param format `auto`, `csv` or the key of an event-data format
/// @param competition key under which event data are stored; null for the provider's own. CSV rows
///   name theirs
public record ImportOptions(String format, @Nullable String competition) {
  /// Recognises the format and keeps the provider's competitions.
  public static final ImportOptions AUTO = new ImportOptions("auto", null);

  /// Refuses a key that cannot be one.
  public ImportOptions {
    if (competition != null
        && (competition.isBlank()
            || competition.length() > RowBounds.MAX_COMPETITION
            || competition.chars().anyMatch(Character::isISOControl))) {
      throw new Fault(
          Fault.Kind.USAGE,
          "\"" + competition.strip() + "\" cannot be a competition's key.",
          "Use up to " + RowBounds.MAX_COMPETITION + " letters and signs, such as la-liga-2018.");
    }
  }
}
