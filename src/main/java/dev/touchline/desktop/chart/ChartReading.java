/// Reads a chart's values: at the mouse, or by keys from value to value.
package dev.touchline.desktop.chart;

import java.awt.geom.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Places the text of a value beside where it was read. Keys read the next place to the left or
/// right that says something else; an upright line shows where.
final class ChartReading {
  /// Keys go on by at least so many pixels; far steps by ten times as many.
  private static final double STEP = 4;

  /// Heights looked at in each column, for charts that say something at their data only.
  private static final int HEIGHTS = 16;

  private final ChartNode node;
  private final Label text = new Label();
  private final Region line = new Region();
  private double column = Double.NaN;

  ChartReading(ChartNode node) {
    this.node = node;
    text.getStyleClass().add("chart-hover");
    line.getStyleClass().add("chart-reading");
    for (Region part : new Region[] {line, text}) {
      part.setManaged(false);
      part.setVisible(false);
      part.setMouseTransparent(true);
    }
    node.getChildren().addAll(line, text);
  }

  /// What can be read at a pixel.
  void at(double x, double y) {
    line.setVisible(false);
    column = Double.NaN;
    show(x, y, textAt(x, y));
  }

  /// Reads the next value to the left (−1) or right (1); at the end the last one stays.
  void step(int direction, boolean far) {
    Rectangle2D area = node.dataArea();
    String before = Double.isNaN(column) ? "" : text.getText();
    double start =
        Double.isNaN(column)
            ? direction > 0 ? area.getMinX() : area.getMaxX() - 1
            : column + direction * STEP * (far ? 10 : 1);
    for (double x = start; x >= area.getMinX() && x < area.getMaxX(); x += direction) {
      for (int i = 0; i < HEIGHTS; i++) {
        double y = area.getMinY() + area.getHeight() * (i + 0.5) / HEIGHTS;
        String found = textAt(x, y);
        if (found != null && !found.equals(before)) {
          column = x;
          show(x, y, found);
          line.resizeRelocate(Math.floor(x), area.getMinY(), 1, area.getHeight());
          line.setVisible(true);
          node.setAccessibleText(found);
          return;
        }
      }
    }
  }

  /// Ends reading; false where nothing was shown.
  boolean hide() {
    boolean shown = text.isVisible();
    text.setVisible(false);
    line.setVisible(false);
    if (!Double.isNaN(column)) {
      column = Double.NaN;
      node.setAccessibleText(node.chart().summary());
    }
    return shown;
  }

  private @Nullable String textAt(double x, double y) {
    Pointer at = node.pointer(x, y);
    return at == null ? null : node.chart().hover(at);
  }

  private void show(double x, double y, @Nullable String found) {
    text.setVisible(found != null);
    if (found == null) {
      return;
    }
    text.setText(found);
    text.applyCss();
    double width = text.prefWidth(-1);
    double height = text.prefHeight(-1);
    double right = x + 14;
    double above = y - height - 8;
    text.resizeRelocate(
        Math.max(0, right + width > node.getWidth() ? x - width - 14 : right),
        above < 0 ? Math.min(y + 18, Math.max(0, node.getHeight() - height)) : above,
        width,
        height);
  }
}
