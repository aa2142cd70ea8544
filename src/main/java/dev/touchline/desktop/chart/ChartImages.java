/// Pictures of a chart for files: the same drawing, with title and ground, outside the screen.
package dev.touchline.desktop.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;

/// Renders charts to PNG and SVG.
public final class ChartImages {
  private static final double SCALE = 2;

  /// What the title takes of the height, with the room around it.
  private static final double TITLE = 30;

  private static final double SIDE = 6;

  private ChartImages() {}

  /// A PNG at twice the size on screen.
  public static byte[] png(XyChart chart, double width, double height) throws IOException {
    var image =
        new BufferedImage(
            (int) Math.ceil(width * SCALE),
            (int) Math.ceil(height * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.scale(SCALE, SCALE);
    draw(chart, graphics, width, height);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /// An SVG of the size on screen.
  public static byte[] svg(XyChart chart, double width, double height) {
    var graphics = new SVGGraphics2D(width, height);
    draw(chart, graphics, width, height);
    return graphics.getSVGDocument().getBytes(StandardCharsets.UTF_8);
  }

  private static void draw(XyChart xyChart, Graphics2D graphics, double width, double height) {
    JFreeChart chart = xyChart.chart(width - SIDE, height - TITLE - SIDE);
    var title = new TextTitle(xyChart.title(), XyChart.font(Font.BOLD, 13));
    title.setPaint(XyChart.color(xyChart.palette().text()));
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPadding(10, 12, 4, 12);
    chart.setTitle(title);
    chart.setPadding(new RectangleInsets(0, SIDE, SIDE, 0));
    chart.setBackgroundPaint(XyChart.color(xyChart.palette().card()));
    try {
      chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    } finally {
      chart.setTitle((TextTitle) null);
      chart.setPadding(RectangleInsets.ZERO_INSETS);
      chart.setBackgroundPaint(null);
    }
  }
}
