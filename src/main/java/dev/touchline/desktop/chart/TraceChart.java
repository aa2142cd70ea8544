/// All chains' draws of one parameter, growing while they run, warm-up shaded.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The trace plot. Each redraw reads the draws once and thins them to the lowest and highest of
/// each of [#COLUMNS] columns, so that its cost does not grow with the run.
public final class TraceChart extends XyChart {
  private static final int COLUMNS = 600;

  private String parameter = "";
  private List<ChainDraws> chains = List.of();
  private int tune;
  private int total = 1;

  /// An empty trace plot.
  public TraceChart() {
    super("Trace", "draw (warm-up shaded)", "value");
    xAxis.setStandardTickUnits(org.jfree.chart.axis.NumberAxis.createIntegerTickUnits());
  }

  /// Shows a parameter: `tune` warm-up draws, `total` draws with warm-up at the end of the run.
  public void show(String name, List<ChainDraws> draws, int tune, int total) {
    parameter = name;
    chains = List.copyOf(draws);
    this.tune = tune;
    this.total = Math.max(total, 1);
    xAxis.setLabel(tune > 0 ? "draw (warm-up shaded)" : "draw");
    changed();
  }

  /// Says that the chains may have grown.
  public void advance() {
    changed();
  }

  /// Draws that are shown now, over all chains.
  public int drawsShown() {
    return chains.stream().mapToInt(ChainDraws::count).sum();
  }

  @Override
  void build(Palette colours) {
    yAxis.setLabel(parameter.isEmpty() ? "value" : brief(parameter));
    xRange(0, total);
    if (tune > 0) {
      shade(0, tune, mix(colours.muted(), colours.card(), 0.10));
    }
    var data = new SeriesData();
    Color[] paints = new Color[chains.size()];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < chains.size(); c++) {
      paints[c] = color(colours.series(c));
      ChainDraws chain = chains.get(c);
      int n = chain.count();
      addThinned(data, "chain " + (c + 1), chain, n);
      // The first steps of warm-up may lie far out: they do not set the range once others exist.
      int first = n > tune + 20 ? tune : n / 3;
      for (int i = first; i < n; i++) {
        double value = chain.at(i);
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    numbered(low <= high, yAxis);
    double margin = high > low ? 0.06 * (high - low) : 0.5;
    if (low <= high) {
      yRange(low - margin, high + margin);
    } else {
      yRange(0, 1);
    }
    layer(data, new DenseLines(paints));
  }

  private void addThinned(SeriesData data, String key, ChainDraws chain, int n) {
    int bucket = Math.max(1, (total + COLUMNS - 1) / COLUMNS);
    if (bucket <= 2) {
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = i;
        y[i] = chain.at(i);
      }
      data.add(key, x, y, n);
      return;
    }
    int buckets = (n + bucket - 1) / bucket;
    double[] x = new double[2 * buckets];
    double[] y = new double[2 * buckets];
    for (int b = 0; b < buckets; b++) {
      int lowest = b * bucket;
      int highest = lowest;
      for (int i = lowest; i < Math.min(n, (b + 1) * bucket); i++) {
        lowest = chain.at(i) < chain.at(lowest) ? i : lowest;
        highest = chain.at(i) > chain.at(highest) ? i : highest;
      }
      x[2 * b] = Math.min(lowest, highest);
      y[2 * b] = chain.at(Math.min(lowest, highest));
      x[2 * b + 1] = Math.max(lowest, highest);
      y[2 * b + 1] = chain.at(Math.max(lowest, highest));
    }
    data.add(key, x, y, 2 * buckets);
  }

  @Override
  public @Nullable String hover(Pointer at) {
    int draw = (int) Math.round(at.x());
    if (draw < 0 || chains.isEmpty()) {
      return null;
    }
    var text = new StringBuilder("draw " + draw + (draw < tune ? " (warm-up)" : ""));
    boolean any = false;
    for (int c = 0; c < chains.size(); c++) {
      if (draw < chains.get(c).count()) {
        text.append("\nchain ").append(c + 1).append(": ").append(digits(chains.get(c).at(draw)));
        any = true;
      }
    }
    return any ? text.toString() : null;
  }

  @Override
  public String summary() {
    return "Trace of " + parameter + ", " + chains.size() + " chains, " + drawsShown() + " draws.";
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("chain", "draw", "warm_up", "value");
    for (int c = 0; c < chains.size(); c++) {
      int n = chains.get(c).count();
      for (int i = 0; i < n; i++) {
        table.add(c + 1, i, i < tune, chains.get(c).at(i));
      }
    }
    return table;
  }
}
