/// Why a prediction is what it is: what multiplies the rate, step by step.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// Contributions on the log scale, which add up. The first is where everything starts (the league's
/// rate); the last bar is the rate that results.
public final class WaterfallChart extends XyChart {
  /// Pixels that the longest name takes.
  private static final double ROOM_OF_A_NAME = 56;

  /// A contribution: a name and what it adds to the log rate.
  public record Step(String name, double logEffect) {}

  private List<Step> steps = List.of();
  private String result = "";

  /// An empty chart.
  public WaterfallChart(String title) {
    super(title, "what multiplies the rate", "expected count, log scale");
    xAxis.setLabel(null);
    xAxis.setTickLabelsVisible(false);
    yAxis.setNumberFormatOverride(new Exponential());
  }

  /// Shows these steps; the first is the start. `resultName` names the sum.
  public void show(List<Step> contributions, String resultName) {
    steps = List.copyOf(contributions);
    result = resultName;
    changed();
  }

  /// The expected count: the exponential of the sum.
  public double rate() {
    return Math.exp(steps.stream().mapToDouble(Step::logEffect).sum());
  }

  @Override
  void build(Palette colours) {
    int n = steps.size();
    xRange(-0.6, Math.max(n, 1) + 0.6);
    double level = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      level += steps.get(i).logEffect();
      lowest = Math.min(lowest, level);
      highest = Math.max(highest, level);
    }
    if (n == 0) {
      yRange(-1, 1);
      return;
    }
    double span = Math.max(highest - lowest, 0.5);
    double floor = lowest - 0.3 * span;
    yRange(floor - 0.29 * span, highest + 0.16 * span);
    yAxis.setTickUnit(
        new NumberTickUnit(Math.log(span < 2.5 ? 2 : span < 4.5 ? 4 : 10)), false, true);
    var up = new SeriesData();
    level = 0;
    for (int i = 0; i <= n; i++) {
      boolean whole = i == 0 || i == n;
      double from = whole ? floor : level;
      level = i == n ? level : level + steps.get(i).logEffect();
      up.addBars(
          "bar " + i,
          new double[] {i},
          0.64,
          new double[] {Math.min(from, level)},
          new double[] {Math.max(from, level)});
      String label =
          whole ? digits(Math.exp(level)) : "× %.2f".formatted(Math.exp(steps.get(i).logEffect()));
      text(
          i,
          Math.max(from, level) + 0.015 * span,
          label,
          color(colours.text()),
          TextAnchor.BOTTOM_CENTER);
      nameBelow(i, floor, span, i < n ? steps.get(i).name() : result, colours);
      if (i < n) {
        plot.addAnnotation(
            new XYLineAnnotation(
                i + 0.32,
                level,
                i + 0.68,
                level,
                new BasicStroke(1, 0, 0, 1, new float[] {2, 2}, 0),
                color(colours.muted())));
      }
    }
    var paints = new java.awt.Color[n + 1];
    for (int i = 0; i <= n; i++) {
      boolean raises = i < n && steps.get(i).logEffect() >= 0;
      paints[i] =
          i == 0
              ? mix(colours.muted(), colours.card(), 0.7)
              : i == n
                  ? color(colours.accent())
                  : color(raises ? colours.series(2) : colours.series(1));
    }
    layer(up, bars(paints));
  }

  /// A bar's name, its second word on a second line. Where bars stand close, every other name is
  /// written on the second line, too, or they would run into one another.
  private void nameBelow(int bar, double floor, double span, String name, Palette colours) {
    int blank = name.indexOf(' ');
    String first = blank < 0 ? name : name.substring(0, blank);
    boolean lower = blank < 0 && bar % 2 == 1 && pixelsAUnit() < ROOM_OF_A_NAME;
    text(
        bar,
        floor - (lower ? 0.15 : 0.02) * span,
        first,
        color(colours.muted()),
        TextAnchor.TOP_CENTER);
    if (blank > 0) {
      text(
          bar,
          floor - 0.15 * span,
          name.substring(blank + 1),
          color(colours.muted()),
          TextAnchor.TOP_CENTER);
    }
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int i = (int) Math.round(at.x());
    if (steps.isEmpty() || i < 0 || i > steps.size()) {
      return null;
    }
    if (i == steps.size()) {
      return result + ": " + digits(rate()) + " expected";
    }
    Step step = steps.get(i);
    return "%s%n× %.3f (%+.3f on the log scale)"
        .formatted(step.name(), Math.exp(step.logEffect()), step.logEffect());
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("contribution", "log_effect", "factor");
    for (Step step : steps) {
      table.add(step.name(), step.logEffect(), Math.exp(step.logEffect()));
    }
    return table.add(result, Math.log(rate()), rate());
  }

  /// Log rates written as rates; ticks are whole powers of 2, 4 or 10.
  private static final class Exponential extends AxisFormat {
    private static final long serialVersionUID = 1L;

    @Override
    String write(double number) {
      double rate = Math.exp(number);
      return rate < 0.1 ? "%.3f".formatted(rate) : "%.2f".formatted(rate);
    }
  }
}
