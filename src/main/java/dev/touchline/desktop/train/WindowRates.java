/// How often the props happen in the two windows, by position.
package dev.touchline.desktop.train;

import dev.touchline.football.DateSplit;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the table: events per 90 minutes.
///
/// @param position the position, null for all
/// @param rows rows in the training window
/// @param training events per 90 minutes by prop, NaN where nobody played
/// @param validationRows rows in the validation window
/// @param validation likewise
record WindowRates(
    @Nullable Position position,
    int rows,
    double[] training,
    int validationRows,
    double[] validation) {

  /// What the user reads.
  String name() {
    return position == null ? "all" : position.name();
  }

  /// All positions, then each.
  static List<WindowRates> of(List<PlayerMatch> rows, DateSplit split) {
    List<WindowRates> table = new ArrayList<>();
    table.add(one(rows, split, null));
    for (Position position : Position.values()) {
      table.add(one(rows, split, position));
    }
    return table;
  }

  private static WindowRates one(
      List<PlayerMatch> rows, DateSplit split, @Nullable Position position) {
    Prop[] props = Prop.values();
    double[][] events = new double[2][props.length];
    int[] count = new int[2];
    double[] minutes = new double[2];
    for (PlayerMatch row : rows) {
      boolean in = split.inTraining(row.matchDate());
      if ((position == null || row.position() == position)
          && (in || split.inValidation(row.matchDate()))) {
        int window = in ? 0 : 1;
        count[window]++;
        minutes[window] += row.minutes();
        for (Prop prop : props) {
          events[window][prop.ordinal()] += row.count(prop);
        }
      }
    }
    for (int window = 0; window < 2; window++) {
      for (int k = 0; k < props.length; k++) {
        events[window][k] *= 90 / minutes[window];
      }
    }
    return new WindowRates(position, count[0], events[0], count[1], events[1]);
  }
}
