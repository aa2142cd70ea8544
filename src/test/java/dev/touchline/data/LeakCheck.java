/// Looks for features that know what happened on their own day or later.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Changes one row after the other and sees which features move.
public final class LeakCheck {
  private static final int EVERY = 17;

  private LeakCheck() {}

  /// What is wrong: features of days up to that of a changed row that moved, and changed rows that
  /// moved nothing although days follow.
  public static List<String> faults(
      Function<List<PlayerMatch>, RowSet> builder, List<PlayerMatch> rows) {
    List<String> faults = new ArrayList<>();
    RowSet before = builder.apply(rows);
    int width = before.featureNames().size();
    for (int changed = 0; changed < rows.size(); changed += EVERY) {
      PlayerMatch old = rows.get(changed);
      List<PlayerMatch> other = new ArrayList<>(rows);
      other.set(
          changed,
          Rows.row(
              old.matchId(),
              old.matchDate().toString(),
              old.playerId(),
              old.position(),
              old.minutes() + 7,
              new int[] {old.goals() + 3, old.shots() + 9, old.cards() + 1}));
      RowSet after = builder.apply(other);
      boolean moved = false;
      for (int i = 0; i < rows.size(); i++) {
        for (int f = 0; f < width; f++) {
          if (after.feature(i, f) != before.feature(i, f)) {
            moved = true;
            if (!rows.get(i).matchDate().isAfter(old.matchDate())) {
              faults.add(
                  "%s of row %d on %s knows row %d of %s"
                      .formatted(
                          before.featureNames().get(f),
                          i,
                          rows.get(i).matchDate(),
                          changed,
                          old.matchDate()));
            }
          }
        }
      }
      if (!moved && !old.matchDate().equals(rows.getLast().matchDate())) {
        faults.add("row " + changed + " moves no later feature");
      }
    }
    return faults;
  }
}
