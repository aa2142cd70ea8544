/// The density of one parameter, chain by chain: chains that found the same posterior overlap.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Density by chain.
public final class DensityChart extends XyChart {
  private static final int POINTS = 200;
  private List<DrawStatistics.Density> densities = List.of();

  /// An empty chart.
  public DensityChart() {
    super("Density by chain", "value", "density");
  }

  /// Shows a parameter's draws after warm-up, an array a chain.
  public void show(String parameter, List<double[]> chains) {
    densities = chains.stream().map(c -> DrawStatistics.density(c, POINTS)).toList();
    xAxis.setLabel(parameter);
    changed();
  }

  @Override
  void build(Palette colours) {
    var data = new SeriesData();
    Color[] paints = new Color[densities.size()];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double top = 0;
    for (int c = 0; c < densities.size(); c++) {
      DrawStatistics.Density density = densities.get(c);
      paints[c] = color(colours.series(c));
      data.add("chain " + (c + 1), density.x(), density.y());
      for (int i = 0; i < density.x().length; i++) {
        low = Math.min(low, density.x()[i]);
        high = Math.max(high, density.x()[i]);
        top = Math.max(top, density.y()[i]);
      }
    }
    numbered(low <= high, xAxis, yAxis);
    xRange(low <= high ? low : 0, low <= high ? high : 1);
    yRange(0, top > 0 ? 1.06 * top : 1);
    layer(data, lines(1.6f, paints));
  }

  @Override
  public @Nullable String hover(Pointer at) {
    var text = new StringBuilder(xAxis.getLabel() + " = " + digits(at.x()));
    for (int c = 0; c < densities.size(); c++) {
      DrawStatistics.Density density = densities.get(c);
      int i = nearest(density.x(), density.x().length, at.x());
      if (i >= 0) {
        text.append("\nchain ").append(c + 1).append(": ").append(digits(density.y()[i]));
      }
    }
    return densities.isEmpty() ? null : text.toString();
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("chain", "value", "density");
    for (int c = 0; c < densities.size(); c++) {
      for (int i = 0; i < densities.get(c).x().length; i++) {
        table.add(c + 1, densities.get(c).x()[i], densities.get(c).y()[i]);
      }
    }
    return table;
  }
}
