/// What forecasters have won or lost against one of them, day by day.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// A line a forecaster: the sum of its score's differences so far, below zero ahead. The bar after
/// its end is the interval of the whole sum; its name stands beside it.
public final class CumulativeChart extends XyChart {
  /// One forecaster after each day.
  ///
  /// @param name its name
  /// @param colour number of its colour; past the last colour lines are dashed
  /// @param day days since 1970, ascending
  /// @param value the sum until then
  /// @param low lower end of its 95 % interval, NaN where there is none
  /// @param high upper end
  public record Curve(
      String name, int colour, double[] day, double[] value, double[] low, double[] high) {
    private int last() {
      return day.length - 1;
    }
  }

  /// Shares of the width at the right: for bars, and for names.
  private static final double BARS = 0.10;

  private static final double NAMES = 0.20;

  private static final double GAP = 0.01;

  private final String against;
  private List<Curve> curves = List.of();

  /// An empty chart of forecasters minus `against`.
  public CumulativeChart(String title, String against) {
    super(title, "", "sum of differences");
    this.against = against;
    xAxis.setLabel(null);
    xAxis.setStandardTickUnits(steps(1, 2, 7, 14, 28, 61, 91, 182, 365, 730));
    xAxis.setNumberFormatOverride(new DayFormat(xAxis, this::lastDay));
  }

  /// Shows these forecasters; those without a day are left out.
  public void show(List<Curve> shown) {
    curves = shown.stream().filter(curve -> curve.day().length > 0).toList();
    changed();
  }

  @Override
  void build(Palette colours) {
    xAxis.setTickLabelsVisible(!curves.isEmpty());
    double first = curves.stream().mapToDouble(curve -> curve.day()[0]).min().orElse(0);
    double last = lastDay();
    double width = Math.max(1, last - first) / (1 - BARS - NAMES);
    xRange(first - 0.02 * width, first + width);
    range();
    levelLine(0, color(colours.muted()), "");
    List<Curve> byEnd = new ArrayList<>(curves);
    byEnd.sort(Comparator.comparingDouble(curve -> curve.value()[curve.last()]));
    double[] names = places(byEnd.stream().mapToDouble(curve -> curve.value()[curve.last()]));
    for (int i = 0; i < byEnd.size(); i++) {
      Curve curve = byEnd.get(i);
      Color colour = color(colours.series(curve.colour()));
      XYLineAndShapeRenderer line = lines(1.7f, colour);
      if (curve.colour() >= colours.series().size()) {
        line.setSeriesStroke(0, dashes());
      }
      layer(new SeriesData().add(curve.name(), curve.day(), curve.value()), line);
      if (curve.day().length == 1) {
        layer(new SeriesData().add(curve.name(), curve.day(), curve.value()), points(5, colour));
      }
      double end = curve.value()[curve.last()];
      double bar = last + width * BARS * (i + 1) / (byEnd.size() + 1);
      interval(curve, bar, 0.006 * width, colour);
      layer(
          new SeriesData().add(curve.name(), new double[] {bar}, new double[] {end}),
          points(5, colour));
      entry(
          last + width * (BARS + GAP),
          names[i],
          brief(curve.name()),
          colour,
          TextAnchor.CENTER_LEFT);
    }
  }

  private double lastDay() {
    return curves.stream().mapToDouble(curve -> curve.day()[curve.last()]).max().orElse(1);
  }

  /// Heights for names beside ascending values, a line of text apart and within the chart.
  private double[] places(DoubleStream ends) {
    double[] places = ends.toArray();
    for (int i = 1; i < places.length; i++) {
      places[i] = Math.max(places[i], places[i - 1] + lineOfText());
    }
    double free = yAxis.getUpperBound() - lineOfText() / 2;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], free);
      free = places[i] - lineOfText();
    }
    return places;
  }

  private void range() {
    double low = 0;
    double high = 0;
    for (Curve curve : curves) {
      for (double value : curve.value()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      if (Double.isFinite(curve.low()[curve.last()])) {
        low = Math.min(low, curve.low()[curve.last()]);
        high = Math.max(high, curve.high()[curve.last()]);
      }
    }
    double margin = high > low ? 0.08 * (high - low) : 1;
    yRange(low - margin, high + margin);
  }

  private void interval(Curve curve, double x, double width, Color colour) {
    double low = curve.low()[curve.last()];
    double high = curve.high()[curve.last()];
    if (Double.isFinite(low) && Double.isFinite(high)) {
      layer(
          new SeriesData()
              .addBars(
                  curve.name() + " interval",
                  new double[] {x},
                  width,
                  new double[] {low},
                  new double[] {high}),
          bars(colour));
    }
  }

  private static Stroke dashes() {
    return new BasicStroke(
        1.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 3}, 0);
  }

  @Override
  public String summary() {
    if (curves.isEmpty()) {
      return title() + ": nothing yet.";
    }
    var text = new StringBuilder(title() + ": sums of log score minus " + against + " at the end:");
    for (Curve curve : curves) {
      text.append(' ').append(curve.name()).append(' ').append(figures(curve, curve.last()));
      text.append(';');
    }
    return text.append(" below 0 is better.").toString();
  }

  @Override
  public @Nullable String hover(Pointer at) {
    var text = new StringBuilder();
    for (Curve curve : curves) {
      int i = nearest(curve.day(), curve.day().length, at.x());
      text.append(text.isEmpty() ? LocalDate.ofEpochDay(Math.round(curve.day()[i])) : "")
          .append('\n')
          .append(curve.name())
          .append(": ")
          .append(figures(curve, i));
    }
    return text.isEmpty() ? null : text.toString();
  }

  private static String figures(Curve curve, int i) {
    return Double.isFinite(curve.low()[i])
        ? "%s [%s, %s]"
            .formatted(digits(curve.value()[i]), digits(curve.low()[i]), digits(curve.high()[i]))
        : digits(curve.value()[i]);
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("model", "date", "sum", "low", "high");
    for (Curve curve : curves) {
      for (int i = 0; i < curve.day().length; i++) {
        table.add(
            curve.name(),
            LocalDate.ofEpochDay(Math.round(curve.day()[i])).toString(),
            curve.value()[i],
            curve.low()[i],
            curve.high()[i]);
      }
    }
    return table;
  }
}
