/// Ready-made training and validation windows.
package dev.touchline.desktop.train;

import dev.touchline.football.DateSplit;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// A way of splitting the days on which matches were played.
enum DatePreset {
  /// The last eighth of the matches validates.
  EIGHTH("Last eighth of the matches validates"),
  /// The last week validates.
  WEEK("Last 7 days validate"),
  /// The last 30 days validate.
  MONTH("Last 30 days validate"),
  /// Only a year is looked at, its last 30 days validate.
  YEAR("Last 12 months, their last 30 days validate");

  private static final double EIGHTH_SHARE = 0.125;

  private final String label;

  DatePreset(String label) {
    this.label = label;
  }

  /// What the user reads.
  String label() {
    return label;
  }

  /// The windows over these days (matches by day); empty where too few days were played.
  Optional<DateSplit> split(NavigableMap<LocalDate, Integer> days) {
    if (days.size() < 2) {
      return Optional.empty();
    }
    LocalDate first = days.firstKey();
    LocalDate last = days.lastKey();
    LocalDate trainEnd =
        switch (this) {
          case EIGHTH -> beforeLast(days);
          case WEEK -> last.minusDays(7);
          case MONTH, YEAR -> last.minusDays(30);
        };
    LocalDate start = this == YEAR ? later(first, last.minusMonths(12).plusDays(1)) : first;
    return trainEnd.isBefore(start)
        ? Optional.empty()
        : Optional.of(new DateSplit(start, trainEnd, last));
  }

  private static LocalDate later(LocalDate one, LocalDate two) {
    return one.isAfter(two) ? one : two;
  }

  private static LocalDate beforeLast(NavigableMap<LocalDate, Integer> days) {
    int all = days.values().stream().mapToInt(Integer::intValue).sum();
    int after = 0;
    for (Map.Entry<LocalDate, Integer> day : days.descendingMap().entrySet()) {
      if (after >= EIGHTH_SHARE * all) {
        return day.getKey();
      }
      after += day.getValue();
    }
    return days.firstKey();
  }
}
