/// How far a backtest goes at a time.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A number of days, or a round.
///
/// A round ends before the first day on which a team would play its second match of it, and before
/// a day that comes more than two days after the round's last one.
///
/// @param days days of a step; 0: rounds
public record BacktestStep(int days) {
  /// A round.
  public static final BacktestStep ROUND = new BacktestStep(0);

  private static final int LONGEST = 3660;
  private static final int LONGEST_GAP = 2;

  /// Refuses steps of no or too many days.
  public BacktestStep {
    if (days < 0 || days > LONGEST) {
      throw new Fault(
          Fault.Kind.USAGE, "A step cannot have " + days + " days.", "Choose 1 to 3660 days.");
    }
  }

  /// Reads `7d`, `7` or `round`.
  public static BacktestStep parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("round")) {
      return ROUND;
    }
    if (plain.matches("[0-9]{1,4}d?") && !plain.matches("0+d?")) {
      return new BacktestStep(Integer.parseInt(plain.replace("d", "")));
    }
    throw new Fault(
        Fault.Kind.USAGE,
        "\"" + text + "\" is not a step.",
        "Write a number of days, such as 7d, or round.");
  }

  @Override
  public String toString() {
    return days == 0 ? "round" : days + "d";
  }

  /// The days of one step.
  ///
  /// @param first its first day: what is forecast is learned from the days before
  /// @param last its last day, inclusive
  public record Window(LocalDate first, LocalDate last) {
    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /// The steps in which there are rows.
  ///
  /// @param from first day of the first step
  /// @param rows what is to be forecast, ordered by date
  List<Window> windows(LocalDate from, List<PlayerMatch> rows) {
    return days == 0 ? rounds(rows) : spans(from, rows);
  }

  private List<Window> spans(LocalDate from, List<PlayerMatch> rows) {
    List<Window> windows = new ArrayList<>();
    for (PlayerMatch row : rows) {
      if (windows.isEmpty() || !windows.getLast().holds(row.matchDate())) {
        long before = (row.matchDate().toEpochDay() - from.toEpochDay()) / days;
        LocalDate first = from.plusDays(before * days);
        windows.add(new Window(first, first.plusDays(days - 1L)));
      }
    }
    return windows;
  }

  private static List<Window> rounds(List<PlayerMatch> rows) {
    List<Window> windows = new ArrayList<>();
    Set<Long> played = new HashSet<>();
    int i = 0;
    while (i < rows.size()) {
      LocalDate day = rows.get(i).matchDate();
      Set<Long> today = new HashSet<>();
      int end = i;
      while (end < rows.size() && rows.get(end).matchDate().equals(day)) {
        today.add(rows.get(end).teamId());
        end++;
      }
      boolean on =
          !windows.isEmpty()
              && !day.isAfter(windows.getLast().last().plusDays(LONGEST_GAP))
              && today.stream().noneMatch(played::contains);
      if (on) {
        windows.set(windows.size() - 1, new Window(windows.getLast().first(), day));
      } else {
        windows.add(new Window(day, day));
        played.clear();
      }
      played.addAll(today);
      i = end;
    }
    return windows;
  }
}
