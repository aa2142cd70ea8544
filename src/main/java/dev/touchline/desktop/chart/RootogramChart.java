/// Hanging rootogram: observed frequencies hang from those that a model expects.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jspecify.annotations.Nullable;

/// Square roots of frequencies (Tukey; Kleiber and Zeileis 2016), so that rare counts are seen
/// beside common ones. A bar hangs from the expected frequency and is as long as the observed one:
/// its foot lies at zero where both agree, below where more was observed. Feet inside the band lie
/// among the central 95 % of replicated data sets.
public final class RootogramChart extends XyChart {
  /// Frequency of the counts from `low` to `high`, both included.
  public record Bar(
      int low, int high, int observed, double expected, double expectedLow, double expectedHigh) {

    private double foot() {
      return Math.sqrt(expected) - Math.sqrt(observed);
    }

    private double bandLow() {
      return Math.sqrt(expected) - Math.sqrt(expectedHigh);
    }

    private double bandHigh() {
      return Math.sqrt(expected) - Math.sqrt(expectedLow);
    }

    private boolean inside() {
      return observed >= expectedLow && observed <= expectedHigh;
    }

    private String counts() {
      return high == Integer.MAX_VALUE
          ? low + " and more"
          : low == high ? "" + low : low + "–" + high;
    }
  }

  private final String things;
  private List<Bar> bars = List.of();
  private int series;

  /// An empty rootogram of counts of `unit` over `things`, such as "shots" over "rows".
  public RootogramChart(String title, String unit, String things) {
    super(title, unit, "√ " + things);
    this.things = things;
    xAxis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
  }

  /// Shows frequencies in ascending order, in a prop's colour.
  public void show(List<Bar> frequencies, int colour) {
    bars = List.copyOf(frequencies);
    series = colour;
    changed();
  }

  @Override
  void build(Palette colours) {
    int n = bars.size();
    double step = width();
    xRange(-0.6 * step, (Math.max(n, 1) - 0.4) * step);
    double[] x = new double[n];
    Arrays.setAll(x, i -> i * step);
    double[] top = of(bar -> Math.sqrt(bar.expected()));
    double[] foot = of(Bar::foot);
    double[] low = of(Bar::bandLow);
    double[] high = of(Bar::bandHigh);
    double lowest = Math.min(min(foot), min(low));
    double highest = Math.max(1, Math.max(max(top), max(high)));
    yRange(Math.min(-0.05 * highest, 1.15 * lowest), 1.08 * highest);
    layer(
        new SeriesData().addBars("observed", x, 0.8 * step, foot, top),
        bars(mix(colours.series(series), colours.card(), 0.75)));
    layer(
        new SeriesData().addBars("band", x, step, low, high),
        translucent(mix(colours.muted(), colours.card(), 0.7)));
    layer(new SeriesData().add("expected", x, top), points(4, color(colours.text())));
    layer(new SeriesData().add("expected", x, top), lines(1.2f, color(colours.text())));
    levelLine(0, color(colours.text()), "");
  }

  private static org.jfree.chart.renderer.xy.XYBarRenderer translucent(java.awt.Color colour) {
    return bars(new java.awt.Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110));
  }

  private double width() {
    return bars.isEmpty() || bars.getFirst().high() == Integer.MAX_VALUE
        ? 1
        : bars.getFirst().high() - bars.getFirst().low() + 1.0;
  }

  private double[] of(java.util.function.ToDoubleFunction<Bar> value) {
    return bars.stream().mapToDouble(value).toArray();
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  @Override
  public String summary() {
    long inside = bars.stream().filter(Bar::inside).count();
    return super.summary() + " " + inside + " of " + bars.size() + " observed frequencies inside.";
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int i = (int) Math.round(at.x() / width());
    if (i < 0 || i >= bars.size()) {
      return null;
    }
    Bar bar = bars.get(i);
    return "%s: %,d %s observed%nexpected %s, 95 %% %s to %s%s"
        .formatted(
            bar.counts(),
            bar.observed(),
            things,
            digits(bar.expected()),
            digits(bar.expectedLow()),
            digits(bar.expectedHigh()),
            bar.inside() ? "" : ": outside");
  }

  @Override
  public ChartTable table() {
    var table =
        new ChartTable("low", "high", "observed", "expected", "expected_low", "expected_high");
    for (Bar bar : bars) {
      table.add(
          bar.low(),
          bar.high() == Integer.MAX_VALUE ? "" : bar.high(),
          bar.observed(),
          bar.expected(),
          bar.expectedLow(),
          bar.expectedHigh());
    }
    return table;
  }
}
