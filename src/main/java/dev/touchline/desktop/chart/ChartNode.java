/// A chart as a node: drawn at most once a frame, with hover values, dragging and a context menu.
package dev.touchline.desktop.chart;

import java.awt.geom.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/// Draws an [XyChart] on a canvas. A change only marks the node for the next layout pass, so that
/// many changes within a frame cost one redraw.
public final class ChartNode extends Region {
  private final XyChart chart;
  private final Canvas canvas = new Canvas();
  private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
  private final ChartRenderingInfo drawn = new ChartRenderingInfo(null);
  private final Label hover = new Label();
  private boolean dirty = true;
  private boolean dragging;

  /// A node for this chart; `exports` serves its context menu.
  public ChartNode(XyChart chart, ChartExports exports) {
    this.chart = chart;
    getStyleClass().add("chart-node");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(chart.title());
    setFocusTraversable(true);
    setMinSize(80, 60);
    setPrefSize(360, 220);
    canvas.setManaged(false);
    hover.setManaged(false);
    hover.setVisible(false);
    hover.setMouseTransparent(true);
    hover.getStyleClass().add("chart-hover");
    getChildren().addAll(canvas, hover);
    chart.onChange(this::redraw);
    listenToMouseAndKeys(new ChartMenu(chart, this, exports).menu());
  }

  /// The chart drawn here.
  public XyChart chart() {
    return chart;
  }

  private void redraw() {
    dirty = true;
    setAccessibleText(chart.summary());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    if (width != canvas.getWidth() || height != canvas.getHeight()) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      dirty = true;
    }
    if (dirty && width > 0 && height > 0) {
      dirty = false;
      canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
      chart.chart(height).draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, drawn);
    }
  }

  private void listenToMouseAndKeys(ContextMenu menu) {
    addEventHandler(MouseEvent.MOUSE_MOVED, this::showHover);
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover.setVisible(false));
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          menu.hide();
          Pointer at = pointer(event.getX(), event.getY());
          dragging = event.getButton() == MouseButton.PRIMARY && at != null && chart.grab(at);
        });
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          Pointer at = pointer(event.getX(), event.getY());
          if (dragging && at != null) {
            chart.drag(at);
            showHover(event);
          }
        });
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
    setOnContextMenuRequested(
        event -> {
          hover.setVisible(false);
          menu.show(this, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::nudge);
  }

  private void nudge(KeyEvent event) {
    if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
      chart.nudge(event.getCode() == KeyCode.LEFT ? -1 : 1, event.isShiftDown());
      event.consume();
    }
  }

  private void showHover(MouseEvent event) {
    Pointer at = pointer(event.getX(), event.getY());
    String text = at == null ? null : chart.hover(at);
    hover.setVisible(text != null);
    if (text != null) {
      hover.setText(text);
      hover.applyCss();
      double width = hover.prefWidth(-1);
      double height = hover.prefHeight(-1);
      double x = event.getX() + 14;
      double y = event.getY() - height - 8;
      hover.resizeRelocate(
          Math.max(0, x + width > getWidth() ? event.getX() - width - 14 : x),
          y < 0 ? Math.min(event.getY() + 18, Math.max(0, getHeight() - height)) : y,
          width,
          height);
    }
  }

  /// Where the data is drawn, in pixels of this node.
  Rectangle2D dataArea() {
    return drawn.getPlotInfo().getDataArea();
  }

  /// The place in the chart's units, or null before the first drawing.
  private @Nullable Pointer pointer(double x, double y) {
    Rectangle2D area = dataArea();
    if (area.getWidth() < 1 || area.getHeight() < 1) {
      return null;
    }
    return new Pointer(
        chart.xAxis.java2DToValue(x, area, RectangleEdge.BOTTOM),
        chart.yAxis.java2DToValue(y, area, RectangleEdge.LEFT),
        chart.xAxis.getRange().getLength() / area.getWidth(),
        chart.yAxis.getRange().getLength() / area.getHeight());
  }
}
