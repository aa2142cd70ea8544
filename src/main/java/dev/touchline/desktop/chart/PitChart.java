/// Histogram of the probability integral transform: flat where the whole distribution is right.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.util.List;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.ui.Layer;
import org.jspecify.annotations.Nullable;

/// The non-randomised PIT of counts (Czado, Gneiting and Held 2009), mean 1, with the range in
/// which a bar of a calibrated forecaster falls about 95 times in 100.
public final class PitChart extends XyChart {
  private double[] heights = {};
  private double spread;
  private int series;

  /// An empty histogram.
  public PitChart(String title) {
    super(title, "PIT of the count", "density");
    xAxis.setStandardTickUnits(steps(0.5));
  }

  /// Shows relative frequencies with mean 1 of `n` forecasts, in a prop's colour.
  public void show(List<Double> frequencies, int n, int colour) {
    heights = frequencies.stream().mapToDouble(Double::doubleValue).toArray();
    double share = 1.0 / Math.max(heights.length, 1);
    spread = n > 0 ? 1.96 * Math.sqrt(share * (1 - share) / n) / share : 0;
    series = colour;
    changed();
  }

  @Override
  void build(Palette colours) {
    xRange(0, 1);
    yRange(0, 1.1 * Math.max(1 + spread, java.util.Arrays.stream(heights).max().orElse(1)));
    double width = 1.0 / Math.max(heights.length, 1);
    double[] x = new double[heights.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i + 0.5) * width;
    }
    var band =
        new IntervalMarker(1 - spread, 1 + spread, mix(colours.muted(), colours.card(), 0.18));
    band.setAlpha(1);
    plot.addRangeMarker(band, Layer.BACKGROUND);
    layer(
        new SeriesData().addBars("pit", x, 0.9 * width, new double[x.length], heights),
        bars(mix(colours.series(series), colours.card(), 0.85)));
    levelLine(1, color(colours.text()), "");
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int i = (int) Math.floor(at.x() * heights.length);
    if (i < 0 || i >= heights.length) {
      return null;
    }
    return "PIT %s to %s%nfrequency %s, even 1"
        .formatted(
            digits((double) i / heights.length),
            digits((i + 1.0) / heights.length),
            digits(heights[i]));
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("low", "high", "frequency");
    for (int i = 0; i < heights.length; i++) {
      table.add((double) i / heights.length, (i + 1.0) / heights.length, heights[i]);
    }
    return table;
  }
}
