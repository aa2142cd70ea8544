/// The days that a field has held, so that undo gives days and not half of one.
package dev.touchline.desktop.part;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Begins with what the program set, an empty field included; then come the days that the user
/// chose, without what was typed between them.
final class DayHistory {
  private final List<@Nullable LocalDate> days = new ArrayList<>();
  private int at;

  DayHistory() {
    begin(null);
  }

  /// The program set the field; null: it is empty.
  void begin(@Nullable LocalDate day) {
    days.clear();
    days.add(day);
    at = 0;
  }

  /// The user chose a day.
  void add(LocalDate day) {
    if (!day.equals(now())) {
      days.subList(at + 1, days.size()).clear();
      days.add(day);
      at++;
    }
  }

  /// What undo leads to: the day that the field held last, where it shows another text, else the
  /// one before; null for an empty field.
  @Nullable LocalDate undo(String shown) {
    if (Objects.equals(shown.strip(), text(now())) && at > 0) {
      at--;
    }
    return now();
  }

  /// What was undone last.
  @Nullable LocalDate redo() {
    at = Math.min(at + 1, days.size() - 1);
    return now();
  }

  private @Nullable LocalDate now() {
    return days.get(at);
  }

  static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
