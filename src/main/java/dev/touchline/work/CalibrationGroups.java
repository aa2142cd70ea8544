/// Splits forecasts by what may make them better or worse, and judges each part.
package dev.touchline.work;

import dev.touchline.evaluate.Calibration;
import dev.touchline.evaluate.Forecast;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Judges the parts of [RowGroups].
final class CalibrationGroups {
  /// Enough for a group's intervals to two digits.
  private static final int REPLICATIONS = 200;

  private CalibrationGroups() {}

  /// Groups without rows are left out.
  static List<GroupCalibration> judge(
      Map<Prop, List<Forecast>> forecasts, Map<Prop, Double> lines) {
    List<GroupCalibration> groups = new ArrayList<>();
    for (RowGroups.Group group : RowGroups.all()) {
      Map<Prop, List<Forecast>> part = new EnumMap<>(Prop.class);
      forecasts.forEach((prop, all) -> part.put(prop, group.of(all)));
      int rows = part.values().stream().mapToInt(List::size).max().orElse(0);
      if (rows > 0) {
        groups.add(
            new GroupCalibration(
                group.kind(),
                group.name(),
                rows,
                new Calibration(REPLICATIONS, 1).judge(part, lines)));
      }
    }
    return groups;
  }
}
