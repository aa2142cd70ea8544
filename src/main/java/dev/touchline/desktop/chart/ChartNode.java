/// A chart as a node: drawn at most once a frame, with values to read, dragging and a context menu.
package dev.touchline.desktop.chart;

import java.awt.geom.Rectangle2D;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
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
    getChildren().add(canvas);
    var reading = new ChartReading(this);
    chart.onChange(this::redraw);
    ContextMenu menu = new ChartMenu(chart, this, exports).menu();
    listenToMouse(menu, reading);
    listenToKeys(menu, reading);
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
      chart
          .chart(width, height)
          .draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, drawn);
    }
  }

  private void listenToMouse(ContextMenu menu, ChartReading reading) {
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> reading.at(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> reading.hide());
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
            reading.at(event.getX(), event.getY());
          }
        });
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
    setOnContextMenuRequested(
        event -> {
          reading.hide();
          menu.show(this, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  /// Left and right move what can be moved, or read values; with Ctrl they always read. Page up and
  /// page down move by more; up and down choose what is moved. The menu opens by its key or
  /// Shift+F10, which not every platform turns into a request for it.
  private void listenToKeys(ContextMenu menu, ChartReading reading) {
    focusedProperty()
        .subscribe(
            focused -> {
              reading.hide();
              chart.focused(focused);
            });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          switch (event.getCode()) {
            case LEFT, RIGHT -> {
              int step = event.getCode() == KeyCode.LEFT ? -1 : 1;
              if (event.isShortcutDown() || !chart.nudge(step, event.isShiftDown())) {
                reading.step(step, event.isShiftDown());
              }
              event.consume();
            }
            case PAGE_UP, PAGE_DOWN -> {
              if (chart.nudge(event.getCode() == KeyCode.PAGE_UP ? -1 : 1, true)) {
                event.consume();
              }
            }
            case UP, DOWN -> {
              if (chart.choose(event.getCode() == KeyCode.UP ? -1 : 1)) {
                event.consume();
              }
            }
            case ESCAPE -> {
              if (reading.hide()) {
                event.consume();
              }
            }
            case F10, CONTEXT_MENU -> {
              if (event.isShiftDown() || event.getCode() == KeyCode.CONTEXT_MENU) {
                reading.hide();
                Bounds here = localToScreen(getLayoutBounds());
                menu.show(this, here.getCenterX(), here.getCenterY());
                event.consume();
              }
            }
            default -> {}
          }
        });
  }

  /// Open to the parts of a chart.
  @Override
  protected ObservableList<Node> getChildren() {
    return super.getChildren();
  }

  /// Where the data is drawn, in pixels of this node.
  Rectangle2D dataArea() {
    return drawn.getPlotInfo().getDataArea();
  }

  /// The place in the chart's units, or null before the first drawing.
  @Nullable Pointer pointer(double x, double y) {
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
