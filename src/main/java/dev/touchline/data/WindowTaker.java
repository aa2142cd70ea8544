/// Collects the rows of date windows with their features while all rows stream by.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// Rows outside of every window leave only their trace in the players' form.
final class WindowTaker implements RowTaker<List<RowSet>> {
  private static final int WIDTH = RunningForm.NAMES.size();

  private static final class Window {
    final List<PlayerMatch> rows = new ArrayList<>();
    double[] features = new double[1 << 12];

    void add(PlayerMatch row, double[] values) {
      int at = rows.size() * WIDTH;
      if (at + WIDTH > features.length) {
        features = Arrays.copyOf(features, Math.addExact(features.length, features.length / 2));
      }
      System.arraycopy(values, 0, features, at, WIDTH);
      rows.add(row);
    }

    RowSet rowSet() {
      return new RowSet(rows, RunningForm.NAMES, Arrays.copyOf(features, rows.size() * WIDTH));
    }
  }

  private final ToIntFunction<PlayerMatch> window;
  private final List<Window> windows = new ArrayList<>();
  private final FeatureStream stream = new FeatureStream();
  private final double[] values = new double[WIDTH];

  /// @param count how many windows there are
  /// @param window the number of the window in which a row lies, negative where in none
  WindowTaker(int count, ToIntFunction<PlayerMatch> window) {
    this.window = window;
    for (int i = 0; i < count; i++) {
      windows.add(new Window());
    }
  }

  @Override
  public void take(PlayerMatch row) {
    stream.next(row, values, 0);
    int number = window.applyAsInt(row);
    if (number >= 0) {
      windows.get(number).add(row, values);
    }
  }

  @Override
  public List<RowSet> result() {
    return windows.stream().map(Window::rowSet).toList();
  }
}
