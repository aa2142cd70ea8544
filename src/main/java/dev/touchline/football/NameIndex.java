/// Finds players and teams by names typed in a hurry.
package dev.touchline.football;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/// A forgiving search over names: case and accents do not matter, parts may come in any order, be
/// shortened to their beginning or initial, be left out, or be misspelled. Safe for many threads.
///
/// @param <T> what the names stand for
public final class NameIndex<T> {
  /// Cost of each part of a name that the query does not mention; small, so that it only orders
  /// names that fit equally well.
  private static final double UNMENTIONED = 0.03;

  /// How well a name fits.
  public enum Kind {
    /// Equal once case, accents and signs are set aside.
    EXACT,
    /// The same parts in another order, shortened or left out; nothing misspelled.
    PARTIAL,
    /// Something is misspelled.
    NEAR
  }

  /// A name that was found.
  ///
  /// @param item what it stands for
  /// @param name the name as given
  /// @param kind how well it fits
  /// @param cost 0 for an exact fit, more for a worse one
  /// @param <T> what the names stand for
  public record Match<T>(T item, String name, Kind kind, double cost) {}

  private record Entry<T>(T item, String name, String folded, NamePart[] parts) {}

  private final List<Entry<T>> entries;
  private final Map<String, List<T>> byFolded = new HashMap<>();

  /// An index of items, which are found by what they are called.
  ///
  /// @param name the name of an item
  public NameIndex(List<T> items, Function<T, String> name) {
    entries = new ArrayList<>(items.size());
    for (T item : items) {
      String given = name.apply(item);
      String folded = Names.fold(given);
      entries.add(new Entry<>(item, given, folded, NamePart.of(folded)));
      byFolded.computeIfAbsent(folded, f -> new ArrayList<>(1)).add(item);
    }
  }

  /// The one item of this name, case, accents and signs set aside; empty where there is none, and
  /// where several share it (`allExact` tells).
  public Optional<T> exact(String name) {
    List<T> items = allExact(name);
    return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
  }

  /// Every item of this name, case, accents and signs set aside.
  public List<T> allExact(String name) {
    return List.copyOf(byFolded.getOrDefault(Names.fold(name), List.of()));
  }

  /// The best fits, nearest first; names that fit equally well in alphabetical order. A query
  /// without letters or digits finds nothing.
  public List<Match<T>> search(String query, int limit) {
    String folded = Names.fold(query);
    if (folded.isEmpty() || limit < 1) {
      return List.of();
    }
    NamePart[] asked = NamePart.of(folded);
    NamePart.Distance distance = new NamePart.Distance();
    boolean[] used = new boolean[16];
    Comparator<Match<T>> worseLast =
        Comparator.<Match<T>>comparingDouble(Match::cost).thenComparing(Match::name);
    PriorityQueue<Match<T>> best = new PriorityQueue<>(worseLast.reversed());
    for (Entry<T> entry : entries) {
      boolean equal = entry.folded.equals(folded);
      double cost = equal ? 0 : cost(asked, entry.parts, used, distance);
      if (cost == Double.POSITIVE_INFINITY
          || (best.size() == limit && cost > best.element().cost())) {
        continue;
      }
      Kind kind = equal ? Kind.EXACT : cost < NamePart.MISSPELLED ? Kind.PARTIAL : Kind.NEAR;
      best.add(new Match<>(entry.item, entry.name, kind, cost));
      if (best.size() > limit) {
        best.remove();
      }
    }
    List<Match<T>> found = new ArrayList<>(best);
    found.sort(worseLast);
    return List.copyOf(found);
  }

  /// Each part of the query takes the best part of the name that is still free; one that fits none
  /// rules the name out.
  private static double cost(
      NamePart[] asked, NamePart[] parts, boolean[] used, NamePart.Distance distance) {
    int usable = Math.min(parts.length, used.length);
    if (asked.length > usable) {
      return Double.POSITIVE_INFINITY;
    }
    Arrays.fill(used, 0, usable, false);
    double total = UNMENTIONED * (parts.length - asked.length) + 0.001;
    boolean word = asked[0].length() == 1;
    for (NamePart part : asked) {
      double least = Double.POSITIVE_INFINITY;
      int chosen = -1;
      for (int i = 0; i < usable; i++) {
        if (!used[i]) {
          double cost = part.cost(parts[i], distance, least);
          if (cost < least) {
            least = cost;
            chosen = i;
          }
        }
      }
      if (chosen < 0) {
        return Double.POSITIVE_INFINITY;
      }
      used[chosen] = true;
      word |= part.length() > 1 && parts[chosen].length() > 1;
      total += least;
    }
    // Whole words that only meet initials, such as "modric" the M of "M. Salah", say nothing.
    return word ? total : Double.POSITIVE_INFINITY;
  }
}
