/// Two parameters against each other, divergent draws marked.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.util.Arrays;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// A scatter of draws; at most [#SHOWN] ordinary ones are drawn, all divergent ones.
public final class PairChart extends XyChart {
  private static final int SHOWN = 2000;
  private double[] x = {};
  private double[] y = {};
  private boolean[] diverging = {};

  /// An empty chart.
  public PairChart() {
    super("Pair", "first parameter", "second parameter");
  }

  /// Shows draws after warm-up of all chains, one behind the other.
  public void show(
      String xName, double[] xDraws, String yName, double[] yDraws, boolean[] divergingDraws) {
    xAxis.setLabel(xName);
    yAxis.setLabel(brief(yName));
    x = xDraws.clone();
    y = yDraws.clone();
    diverging = divergingDraws.clone();
    changed();
  }

  @Override
  void build(Palette colours) {
    range(x, true);
    range(y, false);
    int step = Math.max(1, x.length / SHOWN);
    int[] ordinary =
        java.util.stream.IntStream.range(0, x.length)
            .filter(i -> !diverging[i] && i % step == 0)
            .toArray();
    int[] divergent =
        java.util.stream.IntStream.range(0, x.length).filter(i -> diverging[i]).toArray();
    layer(
        new SeriesData().add("draws", pick(x, ordinary), pick(y, ordinary)),
        points(3, mix(colours.series(0), colours.card(), 0.55)));
    var crosses = points(6, color(colours.bad()));
    var cross = new Path2D.Double();
    cross.moveTo(-3.5, -3.5);
    cross.lineTo(3.5, 3.5);
    cross.moveTo(-3.5, 3.5);
    cross.lineTo(3.5, -3.5);
    crosses.setSeriesShape(0, new BasicStroke(1.8f).createStrokedShape(cross));
    layer(new SeriesData().add("divergent", pick(x, divergent), pick(y, divergent)), crosses);
    text(
        xAxis.getUpperBound(),
        yAxis.getUpperBound(),
        divergent.length == 0 ? "no divergences" : "× " + divergent.length + " divergent",
        color(divergent.length == 0 ? colours.muted() : colours.bad()),
        TextAnchor.TOP_RIGHT);
  }

  private void range(double[] values, boolean horizontal) {
    double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    double margin = high > low ? 0.04 * (high - low) : 0.5;
    if (horizontal) {
      xRange(low - margin, high + margin);
    } else {
      yRange(low - margin, high + 2 * margin);
    }
  }

  private static double[] pick(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int best = -1;
    for (int i = 0; i < x.length; i++) {
      if (best < 0 || at.pixelsTo(x[i], y[i]) < at.pixelsTo(x[best], y[best])) {
        best = i;
      }
    }
    if (best < 0 || at.pixelsTo(x[best], y[best]) > 12) {
      return null;
    }
    return xAxis.getLabel()
        + ": "
        + digits(x[best])
        + "\n"
        + yAxis.getLabel()
        + ": "
        + digits(y[best])
        + (diverging[best] ? "\ndivergent" : "");
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable(xAxis.getLabel(), yAxis.getLabel(), "diverging");
    for (int i = 0; i < x.length; i++) {
      table.add(x[i], y[i], diverging[i]);
    }
    return table;
  }
}
