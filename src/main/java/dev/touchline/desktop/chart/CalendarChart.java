/// Matches per day with the training and validation windows, whose edges mouse and keys move.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.Color;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// The calendar. Training runs from its first day to its last, validation from the day after to its
/// last day. Up and down choose an edge, left and right move it; the chosen one is marked while the
/// keys come here.
public final class CalendarChart extends XyChart {
  /// The two windows, all days included.
  public record Windows(LocalDate trainStart, LocalDate trainEnd, LocalDate validationEnd) {}

  /// What can be moved, named as in the forms.
  private enum Edge {
    TRAIN_START("training from"),
    TRAIN_END("training to"),
    VALIDATION_END("validation until");

    private final String words;

    Edge(String words) {
      this.words = words;
    }

    LocalDate day(Windows windows) {
      return switch (this) {
        case TRAIN_START -> windows.trainStart();
        case TRAIN_END -> windows.trainEnd();
        case VALIDATION_END -> windows.validationEnd();
      };
    }

    /// Where it is drawn: windows begin with their first day and end after their last one.
    double place(Windows windows) {
      return day(windows).toEpochDay() + (this == TRAIN_START ? 0.0 : 1.0);
    }

    /// The windows with this edge on a day, or as near to it as the others let it come.
    Windows moved(Windows old, LocalDate day) {
      return switch (this) {
        case TRAIN_START ->
            new Windows(
                earlier(day, old.trainEnd().minusDays(1)), old.trainEnd(), old.validationEnd());
        case TRAIN_END ->
            new Windows(
                old.trainStart(),
                later(old.trainStart().plusDays(1), earlier(day, old.validationEnd().minusDays(1))),
                old.validationEnd());
        case VALIDATION_END ->
            new Windows(old.trainStart(), old.trainEnd(), later(old.trainEnd().plusDays(1), day));
      };
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
      return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
      return a.isAfter(b) ? a : b;
    }
  }

  /// Hears of windows that were moved.
  @FunctionalInterface
  public interface Listener {
    /// The windows as they are now.
    void moved(Windows windows);
  }

  /// A window narrower than this share of the chart has no room for its name.
  private static final double NAMED_SHARE = 0.09;

  /// A day over many years is drawn at least this share of the chart wide, or it would be lost.
  private static final double LEAST_BAR = 0.0015;

  private final SortedMap<LocalDate, Integer> matches = new TreeMap<>();
  private @Nullable Windows windows;
  private @Nullable Listener listener;
  private Edge chosen = Edge.VALIDATION_END;
  private boolean focused;

  /// An empty calendar.
  public CalendarChart() {
    super("Matches per day", "day", "matches");
    xAxis.setLabel(null);
    yAxis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    xAxis.setStandardTickUnits(steps(1, 2, 7, 14, 28, 61, 91, 182, 365, 730));
    xAxis.setNumberFormatOverride(new DayFormat(xAxis, () -> Double.MAX_VALUE));
  }

  /// Shows these numbers of matches.
  public void show(Map<LocalDate, Integer> matchesPerDay) {
    matches.clear();
    matches.putAll(matchesPerDay);
    changed();
  }

  /// Shows these windows, or none.
  public void windows(@Nullable Windows shown) {
    windows = shown;
    changed();
  }

  /// Who wants to know of windows that were moved; without one they stay where they are.
  public void onMoved(@Nullable Listener newListener) {
    listener = newListener;
    changed();
  }

  /// Windows that may be moved now, or null.
  private @Nullable Windows movable() {
    return listener == null ? null : windows;
  }

  @Override
  void focused(boolean now) {
    focused = now;
    if (movable() != null) {
      changed();
    }
  }

  @Override
  public String summary() {
    Windows shown = movable();
    return shown == null
        ? title() + "."
        : "%s. Edge %d of %d: %s %s. Up and down choose an edge, left and right move it by a day, page up and page down by a week."
            .formatted(
                title(),
                chosen.ordinal() + 1,
                Edge.values().length,
                chosen.words,
                chosen.day(shown));
  }

  @Override
  void build(Palette colours) {
    double low = matches.isEmpty() ? 0 : matches.firstKey().toEpochDay();
    double high = matches.isEmpty() ? 1 : matches.lastKey().toEpochDay() + 1;
    Windows shown = windows;
    // Without a day to show the axes would count from 1970.
    xAxis.setTickLabelsVisible(shown != null || !matches.isEmpty());
    yAxis.setTickLabelsVisible(!matches.isEmpty());
    if (shown != null) {
      low = Math.min(low == 0 ? Double.MAX_VALUE : low, shown.trainStart().toEpochDay());
      high = Math.max(high, shown.validationEnd().toEpochDay() + 1);
    }
    double margin = Math.max(1, 0.02 * (high - low));
    xRange(low - margin, high + margin);
    int most = matches.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    yRange(0, 1.25 * most);
    double top = 1.25 * most;
    if (shown != null) {
      double start = shown.trainStart().toEpochDay();
      double split = shown.trainEnd().toEpochDay() + 1;
      double end = shown.validationEnd().toEpochDay() + 1;
      shade(start, split, mix(colours.series(0), colours.card(), 0.14));
      shade(split, end, mix(colours.series(1), colours.card(), 0.16));
      for (Edge edge : Edge.values()) {
        if (focused && listener != null && edge == chosen) {
          strongUprightLine(edge.place(shown), color(colours.accent()));
        } else {
          uprightLine(edge.place(shown), color(colours.muted()));
        }
      }
      name(start, split, end, top, color(colours.text()));
      if (focused && listener != null) {
        nameChosen(shown, top, color(colours.accent()));
      }
    }
    double[] x = matches.keySet().stream().mapToDouble(day -> day.toEpochDay() + 0.5).toArray();
    double[] y = matches.values().stream().mapToDouble(Integer::doubleValue).toArray();
    layer(
        new SeriesData()
            .addBars(
                "matches", x, Math.max(0.8, (high - low) * LEAST_BAR), new double[x.length], y),
        bars(mix(colours.text(), colours.card(), 0.6)));
  }

  /// Names the windows inside them; a narrow one at its outer edge, two narrow ones together beside
  /// them.
  private void name(double start, double split, double end, double top, Color colour) {
    double least = NAMED_SHARE * xAxis.getRange().getLength();
    double left = start - xAxis.getRange().getLowerBound();
    double right = xAxis.getRange().getUpperBound() - end;
    if (split - start < least && end - split < least) {
      String both = right > left ? "  training, then validation" : "training, then validation  ";
      text(
          right > left ? end : start,
          top,
          both,
          colour,
          right > left ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
      return;
    }
    if (split - start >= least) {
      text((start + split) / 2, top, "training", colour, TextAnchor.TOP_CENTER);
    } else {
      TextAnchor side = left > least ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT;
      text(start, top, " training ", colour, side);
    }
    if (end - split >= least) {
      text((split + end) / 2, top, "validation", colour, TextAnchor.TOP_CENTER);
    } else {
      TextAnchor side = right > least ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT;
      text(end, top, " validation ", colour, side);
    }
  }

  /// The edge that keys move and its day, below the names of the windows, on the side with room.
  private void nameChosen(Windows shown, double top, Color colour) {
    double place = chosen.place(shown);
    boolean right = place < xAxis.getRange().getCentralValue();
    String words = chosen.words + " " + chosen.day(shown);
    label(
        place,
        top - 1.2 * lineOfText(),
        right ? "  " + words + " " : " " + words + "  ",
        colour,
        right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
  }

  @Override
  public boolean grab(Pointer at) {
    Windows shown = movable();
    if (shown == null) {
      return false;
    }
    Edge[] all = Edge.values();
    double[] places = Arrays.stream(all).mapToDouble(edge -> edge.place(shown)).toArray();
    int near = nearest(places, places.length, at.x());
    boolean caught = Math.abs(places[near] - at.x()) / at.xPixel() < 10;
    if (caught) {
      choose(all[near]);
    }
    return caught;
  }

  @Override
  public void drag(Pointer at) {
    move(LocalDate.ofEpochDay(Math.round(at.x()) - (chosen == Edge.TRAIN_START ? 0 : 1)));
  }

  @Override
  public boolean nudge(int steps, boolean far) {
    Windows shown = movable();
    if (shown == null) {
      return false;
    }
    move(chosen.day(shown).plusDays((long) steps * (far ? 7 : 1)));
    return true;
  }

  @Override
  public boolean choose(int steps) {
    if (movable() == null) {
      return false;
    }
    Edge[] all = Edge.values();
    choose(all[Math.floorMod(chosen.ordinal() + steps, all.length)]);
    return true;
  }

  private void choose(Edge edge) {
    chosen = edge;
    changed();
  }

  private void move(LocalDate day) {
    Windows shown = windows;
    Listener told = listener;
    if (shown == null || told == null) {
      return;
    }
    Windows moved = chosen.moved(shown, day);
    if (!moved.equals(shown)) {
      windows(moved);
      told.moved(moved);
    }
  }

  @Override
  public @Nullable String hover(Pointer at) {
    LocalDate day = LocalDate.ofEpochDay((long) Math.floor(at.x()));
    if (matches.isEmpty()) {
      return null;
    }
    int count = matches.getOrDefault(day, 0);
    return day + ": " + count + (count == 1 ? " match" : " matches");
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("date", "matches");
    matches.forEach(table::add);
    return table;
  }
}
