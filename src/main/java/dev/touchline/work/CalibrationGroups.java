/// Splits forecasts by what may make them better or worse, and judges each part.
package dev.touchline.work;

import dev.touchline.evaluate.Calibration;
import dev.touchline.evaluate.Forecast;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Groups: position, venue, minutes played, whether the model knew the player.
final class CalibrationGroups {
  /// Enough for a group's intervals to two digits.
  private static final int REPLICATIONS = 200;

  private static final int REGULAR = 90;
  private static final int HALF = 45;

  private CalibrationGroups() {}

  /// Groups without rows are left out.
  static List<GroupCalibration> judge(
      Map<Prop, List<Forecast>> forecasts, Map<Prop, Double> lines) {
    List<GroupCalibration> groups = new ArrayList<>();
    for (Position position : Position.values()) {
      add(
          groups,
          "position",
          position.name(),
          forecasts,
          lines,
          f -> f.row().position() == position);
    }
    add(groups, "venue", "home", forecasts, lines, f -> f.row().wasHome());
    add(groups, "venue", "away", forecasts, lines, f -> !f.row().wasHome());
    add(groups, "minutes", "under 45", forecasts, lines, f -> f.row().minutes() < HALF);
    add(
        groups,
        "minutes",
        "45 to 89",
        forecasts,
        lines,
        f -> f.row().minutes() >= HALF && f.row().minutes() < REGULAR);
    add(groups, "minutes", "90 and more", forecasts, lines, f -> f.row().minutes() >= REGULAR);
    add(groups, "player", "known", forecasts, lines, Forecast::playerKnown);
    add(groups, "player", "unknown", forecasts, lines, f -> !f.playerKnown());
    return groups;
  }

  private static void add(
      List<GroupCalibration> groups,
      String kind,
      String name,
      Map<Prop, List<Forecast>> forecasts,
      Map<Prop, Double> lines,
      Predicate<Forecast> in) {
    Map<Prop, List<Forecast>> part = new EnumMap<>(Prop.class);
    forecasts.forEach((prop, all) -> part.put(prop, all.stream().filter(in).toList()));
    int rows = part.values().stream().mapToInt(List::size).max().orElse(0);
    if (rows > 0) {
      groups.add(
          new GroupCalibration(
              kind, name, rows, new Calibration(REPLICATIONS, 1).judge(part, lines)));
    }
  }
}
