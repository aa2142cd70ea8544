/// Adds features to rows, from what was known before kick-off.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.time.LocalDate;
import java.util.List;

/// Computes the features of rows that have been played, each from the rows of earlier days only:
/// matches of one day do not see each other, whatever their kick-off.
public final class FeatureBuilder {
  /// Feature names in model order.
  public static final List<String> NAMES = RunningForm.NAMES;

  /// The rows with their raw features.
  ///
  /// @param rows rows ordered by date
  /// @return the same rows in the same order
  public RowSet build(List<PlayerMatch> rows) {
    int width = NAMES.size();
    double[] features = new double[rows.size() * width];
    RunningForm form = new RunningForm();
    int dayStart = 0;
    while (dayStart < rows.size()) {
      LocalDate day = rows.get(dayStart).matchDate();
      int dayEnd = dayStart;
      while (dayEnd < rows.size() && rows.get(dayEnd).matchDate().equals(day)) {
        PlayerMatch row = rows.get(dayEnd);
        form.features(row.playerId(), row.position(), features, dayEnd * width);
        dayEnd++;
      }
      if (dayEnd < rows.size() && rows.get(dayEnd).matchDate().isBefore(day)) {
        throw new IllegalArgumentException("rows are not ordered by date at index " + dayEnd);
      }
      for (PlayerMatch row : rows.subList(dayStart, dayEnd)) {
        form.observe(row);
      }
      dayStart = dayEnd;
    }
    return new RowSet(rows, NAMES, features);
  }
}
