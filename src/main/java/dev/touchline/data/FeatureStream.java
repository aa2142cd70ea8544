/// Features of rows that come one after the other.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the form of all players as of the day at hand, and only the rows of that day: matches of
/// one day do not see each other, whatever their kick-off.
final class FeatureStream {
  private final RunningForm form = new RunningForm();
  private final List<PlayerMatch> today = new ArrayList<>();
  private @Nullable LocalDate day;

  /// Writes the features of the next row; rows come ordered by date.
  void next(PlayerMatch row, double[] out, int at) {
    LocalDate before = day;
    if (!row.matchDate().equals(before)) {
      if (before != null && row.matchDate().isBefore(before)) {
        throw new IllegalArgumentException(
            "rows are not ordered by date: " + row.matchDate() + " after " + before);
      }
      today.forEach(form::observe);
      today.clear();
      day = row.matchDate();
    }
    form.features(row.playerId(), row.position(), out, at);
    today.add(row);
  }
}
