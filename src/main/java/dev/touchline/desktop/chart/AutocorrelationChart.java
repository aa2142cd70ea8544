/// How long draws remember those before them, chain by chain.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Autocorrelation by lag; the grey band is where independent draws would lie 95 times in 100.
public final class AutocorrelationChart extends XyChart {
  private static final int MAX_LAG = 40;
  private List<double[]> byChain = List.of();
  private double band;

  /// An empty chart.
  public AutocorrelationChart() {
    super("Autocorrelation", "lag in draws", "correlation");
    xAxis.setStandardTickUnits(steps(5, 10));
    yAxis.setStandardTickUnits(steps(0.25, 0.5));
  }

  /// Shows draws after warm-up, an array a chain.
  public void show(List<double[]> chains) {
    byChain = chains.stream().map(c -> DrawStatistics.autocorrelation(c, MAX_LAG)).toList();
    band = 1.96 / Math.sqrt(chains.stream().mapToInt(c -> c.length).min().orElse(1));
    changed();
  }

  @Override
  void build(Palette colours) {
    xRange(0, MAX_LAG);
    double lowest = -0.2;
    var data = new SeriesData();
    Color[] paints = new Color[byChain.size()];
    for (int c = 0; c < byChain.size(); c++) {
      double[] lags = new double[byChain.get(c).length];
      for (int i = 0; i < lags.length; i++) {
        lags[i] = i;
        lowest = Math.min(lowest, byChain.get(c)[i] - 0.05);
      }
      paints[c] = color(colours.series(c));
      data.add("chain " + (c + 1), lags, byChain.get(c));
    }
    yRange(lowest, 1);
    var marker =
        new org.jfree.chart.plot.IntervalMarker(
            -band, band, mix(colours.muted(), colours.card(), 0.16));
    marker.setAlpha(1);
    plot.addRangeMarker(marker, org.jfree.chart.ui.Layer.BACKGROUND);
    levelLine(0, color(colours.muted()), "");
    layer(data, lines(1.6f, paints));
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int lag = (int) Math.round(at.x());
    if (byChain.isEmpty() || lag < 0 || lag >= byChain.getFirst().length) {
      return null;
    }
    var text = new StringBuilder("lag " + lag);
    for (int c = 0; c < byChain.size(); c++) {
      if (lag < byChain.get(c).length) {
        text.append("\nchain ").append(c + 1).append(": ").append(digits(byChain.get(c)[lag]));
      }
    }
    return text.toString();
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("chain", "lag", "correlation");
    for (int c = 0; c < byChain.size(); c++) {
      for (int lag = 0; lag < byChain.get(c).length; lag++) {
        table.add(c + 1, lag, byChain.get(c)[lag]);
      }
    }
    return table;
  }
}
