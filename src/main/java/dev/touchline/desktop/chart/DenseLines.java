/// Draws lines with many points by filling, in each column of pixels, what the line covers there.
package dev.touchline.desktop.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/// A renderer whose cost grows with the width of the picture, not with the number of points or how
/// wildly they jump: stroking a path of a thousand jumps takes a software pipeline a tenth of a
/// second, which a trace that is redrawn while chains run cannot afford.
final class DenseLines extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1L;

  private final transient Color[] colours;
  private final transient Rectangle2D.Double column = new Rectangle2D.Double();
  private transient double[] top = new double[0];
  private transient double[] bottom = new double[0];

  DenseLines(Color... colours) {
    this.colours = colours;
    setDefaultCreateEntities(false);
  }

  @Override
  public XYItemRendererState initialise(
      Graphics2D g2, Rectangle2D area, XYPlot plot, XYDataset data, PlotRenderingInfo info) {
    XYItemRendererState state = super.initialise(g2, area, plot, data, info);
    // The whole series is drawn with its first item.
    state.setProcessVisibleItemsOnly(false);
    return state;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis xAxis,
      ValueAxis yAxis,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (item == 0 && area.getWidth() >= 1) {
      cover(area, plot, xAxis, yAxis, data, series);
      fill(g2, area, colours[series % colours.length]);
    }
  }

  private void cover(
      Rectangle2D area, XYPlot plot, ValueAxis xAxis, ValueAxis yAxis, XYDataset data, int series) {
    int width = (int) Math.ceil(area.getWidth()) + 1;
    if (top.length < width) {
      top = new double[width];
      bottom = new double[width];
    }
    Arrays.fill(top, Double.POSITIVE_INFINITY);
    Arrays.fill(bottom, Double.NEGATIVE_INFINITY);
    double left = Math.floor(area.getX());
    double x0 = Double.NaN;
    double y0 = Double.NaN;
    for (int i = 0; i < data.getItemCount(series); i++) {
      double x1 = xAxis.valueToJava2D(data.getXValue(series, i), area, plot.getDomainAxisEdge());
      double y1 = yAxis.valueToJava2D(data.getYValue(series, i), area, plot.getRangeAxisEdge());
      if (Double.isFinite(y1)) {
        segment(
            Double.isNaN(x0) ? x1 - left : x0 - left, Double.isNaN(y0) ? y1 : y0, x1 - left, y1);
        x0 = x1;
        y0 = y1;
      }
    }
  }

  private void segment(double x0, double y0, double x1, double y1) {
    int first = Math.max(0, (int) x0);
    int last = Math.min(top.length - 1, (int) x1);
    double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    for (int at = first; at <= last; at++) {
      double in = at <= x0 ? y0 : y0 + slope * (at - x0);
      double out = at + 1 >= x1 ? y1 : y0 + slope * (at + 1 - x0);
      top[at] = Math.min(top[at], Math.min(in, out));
      bottom[at] = Math.max(bottom[at], Math.max(in, out));
    }
  }

  /// Columns lie on whole pixels, so nothing has to be smoothed.
  private void fill(Graphics2D g2, Rectangle2D area, Color colour) {
    g2.setPaint(colour);
    double left = Math.floor(area.getX());
    for (int at = 0; at < top.length; at++) {
      if (top[at] <= bottom[at]) {
        double from = Math.max(Math.floor(top[at]), Math.floor(area.getMinY()));
        double to = Math.min(Math.ceil(bottom[at]), Math.ceil(area.getMaxY()));
        column.setRect(left + at, from, 1, Math.max(1, to - from));
        g2.fill(column);
      }
    }
  }
}
