/// Probabilities of counts as bars, with a line that can be dragged to any half.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// P(Y = y); bars under the line are paler. The bracket below is the predictive interval.
public final class PmfChart extends XyChart {
  private double[] pmf = {};
  private double low;
  private double high;
  private double line = 0.5;
  private int series;
  private DoubleConsumer onLine = value -> {};

  /// An empty chart.
  public PmfChart(String title, String xLabel) {
    super(title, xLabel, "probability");
    yAxis.setNumberFormatOverride(new java.text.DecimalFormat("0 %"));
  }

  /// Shows P(Y = 0), P(Y = 1), … with the predictive interval, in a prop's colour.
  public void show(double[] probabilities, double intervalLow, double intervalHigh, int colour) {
    pmf = probabilities.clone();
    low = intervalLow;
    high = intervalHigh;
    series = colour;
    changed();
  }

  /// Moves the line to a half such as 1.5.
  public void line(double value) {
    double half = Math.clamp(Math.floor(value) + 0.5, 0.5, Math.max(0.5, shown() - 1.5));
    if (half != line) {
      line = half;
      onLine.accept(half);
    }
    changed();
  }

  /// Where the line is.
  public double line() {
    return line;
  }

  /// Who wants to know where the line was moved.
  public void onLine(DoubleConsumer listener) {
    onLine = listener;
  }

  /// P(Y above the line).
  public double over() {
    double over = 1;
    for (int y = 0; y < pmf.length && y < line; y++) {
      over -= pmf[y];
    }
    return Math.max(0, over);
  }

  /// Counts worth showing: up to the first whose tail is below one in 500, at least four.
  private int shown() {
    double tail = Arrays.stream(pmf).sum();
    int n = 0;
    while (n < pmf.length && tail > 0.002) {
      tail -= pmf[n++];
    }
    return Math.max(4, Math.max(n, (int) Math.min(line + 1.5, pmf.length)));
  }

  @Override
  void build(Palette colours) {
    int n = shown();
    double top = Math.max(0.05, 1.2 * Arrays.stream(pmf).max().orElse(0.5));
    double floor = -0.06 * top;
    xRange(-0.6, n - 0.4);
    xAxis.setTickUnit(new NumberTickUnit(n <= 16 ? 1 : n <= 40 ? 5 : 10), false, false);
    yRange(floor, top);
    double[] x = new double[n];
    double[] under = new double[n];
    double[] over = new double[n];
    for (int y = 0; y < n; y++) {
      x[y] = y;
      double p = y < pmf.length ? pmf[y] : 0;
      under[y] = y < line ? p : 0;
      over[y] = y < line ? 0 : p;
    }
    layer(
        new SeriesData()
            .addBars("under", x, 0.74, new double[n], under)
            .addBars("over", x, 0.74, new double[n], over),
        bars(mix(colours.series(series), colours.card(), 0.45), color(colours.series(series))));
    if (pmf.length > 0) {
      plot.addAnnotation(
          new XYLineAnnotation(
              Math.max(low, -0.4),
              floor / 2,
              Math.min(high, n - 0.6),
              floor / 2,
              solid(2.5f),
              color(colours.muted())));
    }
    Color ink = color(colours.text());
    plot.addAnnotation(new XYLineAnnotation(line, floor, line, 0.95 * top, dashed(), ink));
    var tag = tag(" %.1f ".formatted(line), ink, top);
    tag.setBackgroundPaint(ink);
    tag.setOutlinePaint(ink);
    tag.setOutlineStroke(solid(4));
    tag.setOutlineVisible(true);
    plot.addAnnotation(tag);
    // Once more without an outline, which is drawn over a text and would trim its digits.
    plot.addAnnotation(tag(" %.1f ".formatted(line), color(colours.card()), top));
  }

  /// The line's value at its upper end, inside the plot, which cuts off what stands out above it.
  private XYTextAnnotation tag(String text, Color colour, double top) {
    var tag = new XYTextAnnotation(text, line, 0.95 * top);
    tag.setFont(font(Font.BOLD, 11));
    tag.setPaint(colour);
    tag.setTextAnchor(TextAnchor.TOP_CENTER);
    return tag;
  }

  @Override
  public boolean grab(Pointer at) {
    return pmf.length > 0 && Math.abs(at.x() - line) / at.xPixel() < 14;
  }

  @Override
  public void drag(Pointer at) {
    line(at.x());
  }

  @Override
  public boolean nudge(int steps, boolean far) {
    line(line + steps * (far ? 5 : 1));
    return true;
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int y = (int) Math.round(at.x());
    if (y < 0 || y >= pmf.length) {
      return null;
    }
    return "P(%s = %d) = %.1f %%%nover %.1f: %.1f %%, under: %.1f %%"
        .formatted(title(), y, 100 * pmf[y], line, 100 * over(), 100 * (1 - over()));
  }

  @Override
  public String summary() {
    return "%s: over %.1f %.1f percent; arrow keys move the line, with Ctrl they read the bars."
        .formatted(title(), line, 100 * over());
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("count", "probability");
    for (int y = 0; y < pmf.length; y++) {
      table.add(y, pmf[y]);
    }
    return table;
  }
}
