/// Finds who is meant where one name has a first name and the other its initial.
package dev.touchline.football;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// "Harry Kane" for "H. Kane" and the reverse, "J.P. Mateta" or "J. Mateta" for "Jean-Philippe
/// Mateta": surnames equal once case, accents and signs are set aside, and the initials those of
/// the first names. Two different first names, or initials of which one is not borne out, never
/// fit. Safe for many threads.
///
/// @param <T> what the names stand for
public final class InitialedNames<T> {
  /// @param given first names or initials, folded
  /// @param surname the rest, folded; empty for a name of one word
  private record Split(List<String> given, String surname) {
    /// Initials at the beginning are the given names, else the first word, hyphens and all.
    static Split of(String name) {
      String[] words = name.strip().replace(".", ". ").split("\\s+");
      int given = 0;
      while (given < words.length && Names.fold(words[given]).length() == 1) {
        given++;
      }
      given = Math.max(given, 1);
      return new Split(
          List.of(folded(words, 0, given).split(" ")),
          given < words.length ? folded(words, given, words.length) : "");
    }

    private static String folded(String[] words, int from, int to) {
      return Names.fold(String.join(" ", Arrays.copyOfRange(words, from, to)));
    }

    boolean initials() {
      return given.stream().allMatch(word -> word.length() == 1);
    }

    /// Whether these initials are those of that name, which has first names.
    boolean abbreviates(Split full) {
      if (!initials() || full.initials() || given.size() > full.given.size()) {
        return false;
      }
      for (int i = 0; i < given.size(); i++) {
        if (!full.given.get(i).startsWith(given.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private record Entry<T>(T item, Split name) {}

  private final Map<String, List<Entry<T>>> bySurname = new HashMap<>();

  /// Items, which are found by what they are called.
  ///
  /// @param name the name of an item
  public InitialedNames(List<T> items, Function<T, String> name) {
    for (T item : items) {
      Split split = Split.of(name.apply(item));
      bySurname
          .computeIfAbsent(split.surname(), surname -> new ArrayList<>(1))
          .add(new Entry<>(item, split));
    }
  }

  /// Everyone who may be meant by a name that nobody has as it is written.
  public List<T> meant(String name) {
    Split asked = Split.of(name);
    if (asked.surname().isEmpty()) {
      return List.of();
    }
    return bySurname.getOrDefault(asked.surname(), List.of()).stream()
        .filter(entry -> asked.abbreviates(entry.name()) || entry.name().abbreviates(asked))
        .map(Entry::item)
        .toList();
  }
}
