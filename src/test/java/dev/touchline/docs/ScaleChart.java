/// Draws the table of scale in docs/performance.md.
package dev.touchline.docs;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/// A line for each number of players, a panel for each figure, both axes logarithmic. A program:
/// its arguments are the page and the picture; the page's table is the only source.
final class ScaleChart {
  private static final String HEADING = "## Scale";
  private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00));
  private static final int WIDTH = 760;
  private static final int PANEL = 260;

  private ScaleChart() {}

  /// Column names and rows of numbers of the first table under the heading.
  record Table(List<String> columns, List<double[]> rows) {}

  /// Writes the picture.
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[1]), svg(table(Files.readString(Path.of(args[0])))));
  }

  /// Reads the table; numbers may have commas.
  static Table table(String page) {
    List<String> columns = List.of();
    List<double[]> rows = new ArrayList<>();
    for (String line : page.substring(page.indexOf(HEADING)).lines().toList()) {
      if (!line.startsWith("|")) {
        if (!rows.isEmpty()) {
          break;
        }
        continue;
      }
      List<String> cells = cells(line);
      if (columns.isEmpty()) {
        columns = cells;
      } else if (!cells.getFirst().contains("-")) {
        rows.add(
            cells.stream()
                .mapToDouble(cell -> Double.parseDouble(cell.replace(",", "")))
                .toArray());
      }
    }
    return new Table(columns, rows);
  }

  private static List<String> cells(String line) {
    return List.of(line.substring(1, line.length() - 1).split("\\|")).stream()
        .map(String::strip)
        .toList();
  }

  /// The picture: rows to the right, one panel for each column from the third on.
  static String svg(Table table) {
    var shared = new CombinedDomainXYPlot(log("training rows"));
    shared.setGap(14);
    for (int column = 2; column < table.columns().size(); column++) {
      shared.add(panel(table, column));
    }
    var chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, shared, true);
    chart.setBackgroundPaint(Color.WHITE);
    int height = 70 + PANEL * (table.columns().size() - 2);
    var svg = new SVGGraphics2D(WIDTH, height);
    svg.setDefsKeyPrefix("scale");
    chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, height));
    return svg.getSVGElement() + "\n";
  }

  private static XYPlot panel(Table table, int column) {
    Map<Double, XYSeries> series = new LinkedHashMap<>();
    for (double[] row : table.rows()) {
      series
          .computeIfAbsent(row[1], players -> new XYSeries("%,.0f players".formatted(players)))
          .add(row[0], row[column]);
    }
    var data = new XYSeriesCollection();
    series.values().forEach(data::addSeries);
    var renderer = new XYLineAndShapeRenderer();
    for (int i = 0; i < data.getSeriesCount(); i++) {
      renderer.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
      renderer.setSeriesStroke(i, new BasicStroke(2));
      renderer.setSeriesShape(i, new Ellipse2D.Double(-3, -3, 6, 6));
      renderer.setSeriesVisibleInLegend(i, column == 2);
    }
    var plot = new XYPlot(data, null, log(table.columns().get(column)), renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(new Color(0xDDE1EA));
    plot.setDomainGridlinePaint(new Color(0xDDE1EA));
    return plot;
  }

  private static LogAxis log(String label) {
    var axis = new LogAxis(label);
    axis.setSmallestValue(1e-3);
    axis.setTickUnit(new NumberTickUnit(1)); // whole decades
    axis.setNumberFormatOverride(new java.text.DecimalFormat("#,##0.###"));
    axis.setAutoRangeMinimumSize(NumberAxis.DEFAULT_AUTO_RANGE_MINIMUM_SIZE);
    return axis;
  }
}
