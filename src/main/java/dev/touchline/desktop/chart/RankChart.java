/// Rank bars: chains that explore the same posterior share all ranks evenly.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// Histograms of each chain's ranks among all draws, a row a chain, the even share dashed.
public final class RankChart extends XyChart {
  /// Of a chain's strip; its name stands above.
  private static final double TALLEST = 0.68;

  private static final int BINS = 20;
  private int[][] counts = {};
  private int total;

  /// An empty chart.
  public RankChart() {
    super("Rank bars", "rank among all draws", "draws");
    xAxis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    yAxis.setTickLabelsVisible(false);
    yAxis.setLabelInsets(new org.jfree.chart.ui.RectangleInsets(4, 4, 2, 5));
    plot.setRangeGridlinesVisible(false);
  }

  /// Shows draws after warm-up, an array a chain.
  public void show(List<double[]> chains) {
    counts = DrawStatistics.rankCounts(chains, BINS);
    total = chains.stream().mapToInt(c -> c.length).sum();
    changed();
  }

  @Override
  void build(Palette colours) {
    int rows = counts.length;
    numbered(rows > 0, xAxis);
    xRange(0, Math.max(total, 1));
    yRange(0, Math.max(rows, 1));
    double width = (double) total / BINS;
    var data = new SeriesData();
    Color[] paints = new Color[rows];
    double highest = 1;
    for (int[] row : counts) {
      for (int count : row) {
        highest = Math.max(highest, count);
      }
    }
    for (int c = 0; c < rows; c++) {
      double[] x = new double[BINS];
      double[] base = new double[BINS];
      double[] y = new double[BINS];
      double floor = rows - 1 - c;
      int drawn = 0;
      for (int b = 0; b < BINS; b++) {
        x[b] = (b + 0.5) * width;
        base[b] = floor;
        y[b] = floor + TALLEST * counts[c][b] / highest;
        drawn += counts[c][b];
      }
      paints[c] = color(colours.series(c));
      data.addBars("chain " + (c + 1), x, 0.86 * width, base, y);
      levelLine(floor + TALLEST * drawn / BINS / highest, color(colours.text()), "");
      text(
          0.004 * total,
          floor + 0.99,
          "chain " + (c + 1),
          color(colours.muted()),
          TextAnchor.TOP_LEFT);
    }
    layer(data, bars(paints));
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int chain = counts.length - 1 - (int) Math.floor(at.y());
    int bin = total == 0 ? -1 : (int) Math.floor(at.x() * BINS / total);
    if (chain < 0 || chain >= counts.length || bin < 0 || bin >= BINS) {
      return null;
    }
    int drawn = java.util.Arrays.stream(counts[chain]).sum();
    return "chain %d, ranks %,d to %,d%n%d draws, even share %s"
        .formatted(
            chain + 1,
            (long) bin * total / BINS + 1,
            (long) (bin + 1) * total / BINS,
            counts[chain][bin],
            digits((double) drawn / BINS));
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("chain", "rank_from", "rank_to", "draws");
    for (int c = 0; c < counts.length; c++) {
      for (int b = 0; b < BINS; b++) {
        table.add(c + 1, (long) b * total / BINS + 1, (long) (b + 1) * total / BINS, counts[c][b]);
      }
    }
    return table;
  }
}
