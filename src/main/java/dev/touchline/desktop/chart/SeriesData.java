/// Arrays as a JFreeChart data set: lines, points, bars and bands need nothing else.
package dev.touchline.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.AbstractIntervalXYDataset;

/// Series of points with optional extents, read straight from primitive arrays.
final class SeriesData extends AbstractIntervalXYDataset {
  private static final long serialVersionUID = 1L;

  private record Series(
      String key, double[] xLow, double[] x, double[] xHigh, double[] yLow, double[] y, int n) {}

  private final transient List<Series> series = new ArrayList<>();

  /// Adds points or a line.
  SeriesData add(String key, double[] x, double[] y) {
    return add(key, x, y, x.length);
  }

  /// Adds the first `n` points.
  SeriesData add(String key, double[] x, double[] y, int n) {
    series.add(new Series(key, x, x, x, y, y, n));
    return this;
  }

  /// Adds bars of the given width from `base` to y.
  SeriesData addBars(String key, double[] x, double width, double[] base, double[] y) {
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      low[i] = x[i] - width / 2;
      high[i] = x[i] + width / 2;
    }
    series.add(new Series(key, low, x, high, base, y, x.length));
    return this;
  }

  @Override
  public int getSeriesCount() {
    return series.size();
  }

  @Override
  public Comparable<?> getSeriesKey(int index) {
    return series.get(index).key();
  }

  @Override
  public int getItemCount(int index) {
    return series.get(index).n();
  }

  @Override
  public double getXValue(int index, int item) {
    return series.get(index).x()[item];
  }

  @Override
  public double getYValue(int index, int item) {
    return series.get(index).y()[item];
  }

  @Override
  public double getStartXValue(int index, int item) {
    return series.get(index).xLow()[item];
  }

  @Override
  public double getEndXValue(int index, int item) {
    return series.get(index).xHigh()[item];
  }

  @Override
  public double getStartYValue(int index, int item) {
    return series.get(index).yLow()[item];
  }

  @Override
  public double getEndYValue(int index, int item) {
    return series.get(index).y()[item];
  }

  @Override
  public Number getX(int index, int item) {
    return getXValue(index, item);
  }

  @Override
  public Number getY(int index, int item) {
    return getYValue(index, item);
  }

  @Override
  public Number getStartX(int index, int item) {
    return getStartXValue(index, item);
  }

  @Override
  public Number getEndX(int index, int item) {
    return getEndXValue(index, item);
  }

  @Override
  public Number getStartY(int index, int item) {
    return getStartYValue(index, item);
  }

  @Override
  public Number getEndY(int index, int item) {
    return getEndYValue(index, item);
  }
}
