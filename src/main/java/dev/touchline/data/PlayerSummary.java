/// One player as the rows know him.
package dev.touchline.data;

import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;

/// @param id his id, merges applied
/// @param names every spelling, the most frequent first
/// @param teams names of his teams
/// @param positions rows by position
/// @param rows number of rows
/// @param firstDay day of his first match
/// @param lastDay day of his last match
public record PlayerSummary(
    long id,
    java.util.List<String> names,
    SortedSet<String> teams,
    Map<Position, Long> positions,
    long rows,
    LocalDate firstDay,
    LocalDate lastDay) {

  /// The usual spelling.
  public String name() {
    return names.getFirst();
  }
}
