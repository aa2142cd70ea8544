/// R-hat over time of the worst parameters, against the lines at 1.01 and 1.05.
package dev.touchline.desktop.chart;

import dev.touchline.desktop.theme.Palette;
import dev.touchline.work.RhatText;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/// The history of R-hat.
public final class RhatChart extends XyChart {
  /// One parameter's history: R-hat after so many draws, ascending.
  public record History(String parameter, double[] draws, double[] rhat) {}

  /// Histories shorter than this get dots, since one point makes no line.
  private static final int FEW = 8;

  private List<History> histories = List.of();
  private int total = 1;

  /// An empty history.
  public RhatChart() {
    super("R-hat over time", "draws after warm-up, each chain", "R-hat");
    xAxis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    yAxis.setNumberFormatOverride(new java.text.DecimalFormat("0.00"));
  }

  /// Shows these parameters, worst first; `total` is the number of draws at the end of the run.
  public void show(List<History> worst, int total) {
    histories = List.copyOf(worst);
    this.total = total;
    changed();
  }

  @Override
  void build(Palette colours) {
    xRange(0, total);
    numbered(!histories.isEmpty(), xAxis);
    double highest = 1.06;
    double lowest = 1;
    var data = new SeriesData();
    List<Color> paints = new ArrayList<>();
    for (History history : histories) {
      for (double value : history.rhat()) {
        highest = Double.isFinite(value) ? Math.max(highest, value) : highest;
        lowest = Double.isFinite(value) ? Math.min(lowest, value) : lowest;
      }
      paints.add(color(colours.series(paints.size())));
      data.add(history.parameter(), history.draws(), history.rhat());
    }
    double top = Math.min(Math.max(1 + (highest - 1) * 1.1, roomForNames()), 2);
    yRange(lowest - 0.02 * (top - 1), top);
    layer(data, lines(1.6f, paints.toArray(Color[]::new)));
    if (histories.stream().allMatch(history -> history.draws().length < FEW)) {
      layer(data, points(5, paints.toArray(Color[]::new)));
    }
    levelLine(1.05, color(colours.bad()), "1.05");
    // Where the scale is wide, the names of the two lines would lie upon each other.
    levelLine(1.01, color(colours.good()), top < 1.3 ? "1.01" : "");
    for (int i = 0; i < namesAbove(drawnBelowNames(), top); i++) {
      entry(
          total,
          top - (0.1 + i) * lineOfText(),
          histories.get(i).parameter(),
          paints.get(i),
          TextAnchor.TOP_RIGHT);
    }
  }

  /// The top of the axis that leaves the names in the right upper corner clear of the line at 1.05
  /// and of what is drawn below them.
  private double roomForNames() {
    return 1 + (drawnBelowNames() - 1) / (1 - Math.min(0.6, shareOfLines(names() + 1)));
  }

  /// The highest value under the names, the line at 1.05 included.
  private double drawnBelowNames() {
    double from = total * (1 - shareOfEntries(histories.stream().map(History::parameter)));
    double below = 1.05 + 0.002;
    for (History history : histories) {
      double[] draws = history.draws();
      for (int i = 0; i < draws.length; i++) {
        // A line that leads to a point under the names comes from the point before.
        boolean under = draws[i] >= from || i + 1 < draws.length && draws[i + 1] >= from;
        if (under && Double.isFinite(history.rhat()[i])) {
          below = Math.max(below, history.rhat()[i]);
        }
      }
    }
    return below;
  }

  /// As many names as the axis leaves room for, where it could not be made high enough.
  private int namesAbove(double below, double top) {
    return Math.clamp((int) ((top - below) / lineOfText() - 0.2), 0, names());
  }

  /// A low chart names the worst only.
  private int names() {
    int fit = (int) (0.6 / shareOfLines(1)) - 1;
    return Math.clamp(fit, 0, histories.size());
  }

  @Override
  public @Nullable String hover(Pointer at) {
    var text = new StringBuilder();
    for (History history : histories) {
      int i = nearest(history.draws(), history.draws().length, at.x());
      if (i >= 0) {
        text.append(text.isEmpty() ? "after " + digits(history.draws()[i]) + " draws" : "")
            .append('\n')
            .append(history.parameter())
            .append(": ")
            .append(RhatText.of(history.rhat()[i], 4));
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  @Override
  public ChartTable table() {
    var table = new ChartTable("parameter", "draws", "rhat");
    for (History history : histories) {
      for (int i = 0; i < history.draws().length; i++) {
        table.add(history.parameter(), history.draws()[i], history.rhat()[i]);
      }
    }
    return table;
  }
}
