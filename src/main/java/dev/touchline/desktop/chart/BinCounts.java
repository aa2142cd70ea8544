/// Numbers above narrow bars, so that none touches its neighbour.
package dev.touchline.desktop.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Written in full where there is room, else smaller, else in thousands; where that does not do,
/// the smaller counts are left out, which the mouse and the table tell.
final class BinCounts {
  private static final float SMALL = 9;

  /// Between two numbers, in pixels.
  private static final double GAP = 4;

  private BinCounts() {}

  /// The width of a text.
  @FunctionalInterface
  interface Measure {
    double width(String text, float size);
  }

  /// A count that is written.
  record Placed(int bin, String text, float size) {}

  /// @param x middles of the bars, ascending
  /// @param counts the numbers
  /// @param measure widths in units of `x`
  /// @param pixel a pixel in units of `x`
  static List<Placed> place(double[] x, int[] counts, Measure measure, double pixel) {
    double gap = GAP * pixel;
    List<Placed> full = all(counts, false, XyChart.TEXT);
    for (List<Placed> way : List.of(full, all(counts, false, SMALL), all(counts, true, SMALL))) {
      if (apart(way, x, measure, gap)) {
        return way;
      }
    }
    List<Placed> kept = new ArrayList<>();
    all(counts, true, SMALL).stream()
        .sorted(Comparator.comparingInt(one -> -counts[one.bin()]))
        .forEach(
            one -> {
              if (kept.stream().allMatch(other -> apart(one, other, x, measure, gap))) {
                kept.add(one);
              }
            });
    return kept;
  }

  private static List<Placed> all(int[] counts, boolean thousands, float size) {
    return IntStream.range(0, counts.length)
        .mapToObj(i -> new Placed(i, text(counts[i], thousands), size))
        .toList();
  }

  private static String text(int count, boolean thousands) {
    return !thousands || count < 1000
        ? "%,d".formatted(count)
        : count < 9950 ? "%.1fk".formatted(count / 1e3) : "%,.0fk".formatted(count / 1e3);
  }

  private static boolean apart(List<Placed> way, double[] x, Measure measure, double gap) {
    return IntStream.range(1, way.size())
        .allMatch(i -> apart(way.get(i - 1), way.get(i), x, measure, gap));
  }

  private static boolean apart(Placed a, Placed b, double[] x, Measure measure, double gap) {
    double halves = measure.width(a.text(), a.size()) / 2 + measure.width(b.text(), b.size()) / 2;
    return Math.abs(x[a.bin()] - x[b.bin()]) >= halves + gap;
  }
}
