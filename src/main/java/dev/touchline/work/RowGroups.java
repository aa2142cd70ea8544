/// Parts of the rows that forecasts are looked at by.
package dev.touchline.work;

import dev.touchline.evaluate.Forecast;
import dev.touchline.football.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Position, venue, minutes played, whether the model knew the player.
final class RowGroups {
  private static final int REGULAR = 90;
  private static final int HALF = 45;

  /// A part of the rows.
  ///
  /// @param kind what it is a part by, such as `position`
  /// @param name the part, such as `DEF`
  /// @param rows which forecasts are in it
  record Group(String kind, String name, Predicate<Forecast> rows) {
    /// The forecasts of the part, in order.
    List<Forecast> of(List<Forecast> all) {
      return all.stream().filter(rows).toList();
    }
  }

  private RowGroups() {}

  /// All parts; those of one kind hold every row once.
  static List<Group> all() {
    List<Group> groups = new ArrayList<>();
    for (Position position : Position.values()) {
      groups.add(new Group("position", position.name(), f -> f.row().position() == position));
    }
    groups.add(new Group("venue", "home", f -> f.row().wasHome()));
    groups.add(new Group("venue", "away", f -> !f.row().wasHome()));
    groups.add(new Group("minutes", "under 45", f -> f.row().minutes() < HALF));
    groups.add(
        new Group(
            "minutes", "45 to 89", f -> f.row().minutes() >= HALF && f.row().minutes() < REGULAR));
    groups.add(new Group("minutes", "90 and more", f -> f.row().minutes() >= REGULAR));
    groups.add(new Group("player", "known", Forecast::playerKnown));
    groups.add(new Group("player", "unknown", f -> !f.playerKnown()));
    return groups;
  }
}
