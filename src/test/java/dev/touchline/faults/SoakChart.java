/// Draws what a soak wrote down.
package dev.touchline.faults;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/// A program: a soak's CSV, the SVG to write, and the columns to draw, a panel each, as `heap=heap,
/// MB`.
final class SoakChart {
  private static final int WIDTH = 760;
  private static final int PANEL = 130;

  private SoakChart() {}

  /// Draws.
  public static void main(String[] args) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    List<String> names = List.of(lines.getFirst().split(","));
    var all = new CombinedDomainXYPlot(new NumberAxis("training"));
    all.setGap(12);
    for (int panel = 2; panel < args.length; panel++) {
      String[] column = args[panel].split("=");
      var series = new XYSeries(column[0]);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",");
        series.add(
            Double.parseDouble(cells[0]) + 1, Double.parseDouble(cells[names.indexOf(column[0])]));
      }
      all.add(panel(series, column[1]));
    }
    var chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, all, false);
    chart.setBackgroundPaint(Color.WHITE);
    int height = 50 + PANEL * (args.length - 2);
    var svg = new SVGGraphics2D(WIDTH, height);
    svg.setDefsKeyPrefix("soak");
    chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, height));
    Files.writeString(Path.of(args[1]), svg.getSVGElement() + "\n");
  }

  private static XYPlot panel(XYSeries series, String label) {
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, new Color(0x0072B2));
    renderer.setSeriesStroke(0, new BasicStroke(1.2f));
    var axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(true);
    var plot = new XYPlot(new XYSeriesCollection(series), null, axis, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(new Color(0xDDE1EA));
    plot.setDomainGridlinePaint(new Color(0xDDE1EA));
    return plot;
  }
}
