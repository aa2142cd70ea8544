/// Finds what a window cuts off: shortened texts, and nodes that reach out of what shows them.
package dev.touchline.desktop;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/// Walks over every visible node of a laid-out scene. What a scroll pane, a table or a list can
/// scroll to is not cut off, but a whole panel should not have to be scrolled; a shortened text
/// whose whole is in its tooltip is not lost.
final class CutOff {
  /// Rounding to pixels.
  private static final double TOLERANCE = 1.5;

  private final List<String> found = new ArrayList<>();

  private CutOff() {}

  /// What is cut off, one line each; empty is good. On the FX thread.
  static List<String> in(Scene scene) {
    var walk = new CutOff();
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    walk.look(
        scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), "", false);
    return walk.found;
  }

  private void look(Node node, Bounds window, String path, boolean scrolled) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    String here = path + "/" + name(node);
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    boolean said = false;
    if (node instanceof Labeled labeled) {
      said = shortened(labeled, here);
    }
    if (node instanceof TextInputControl input) {
      typed(input, here);
      return;
    }
    if (!said && speaks(node) && !scrolled && !inside(bounds, window)) {
      found.add(here + " reaches out of " + round(window) + " at " + round(bounds));
    }
    if (node instanceof Parent parent) {
      boolean scrolls = scrolled || scrolls(node);
      Bounds inner = node.getClip() == null || scrolls ? window : both(window, bounds);
      for (Node child : parent.getChildrenUnmodifiable()) {
        look(child, inner, here, scrolls);
      }
    }
  }

  private static boolean scrolls(Node node) {
    return node instanceof ScrollPane && !"panel-scroll".equals(node.getId())
        || node.getStyleClass().contains("virtual-flow")
        || node.getStyleClass().contains("table-view");
  }

  /// Nodes that carry words or can be used; the rest is ground.
  private static boolean speaks(Node node) {
    return node instanceof Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isEmpty()
        || node instanceof Text text && !text.getText().isEmpty()
        || node.isFocusTraversable();
  }

  private boolean shortened(Labeled labeled, String here) {
    String whole = labeled.getText();
    if (whole == null || whole.isEmpty()) {
      return false;
    }
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text text && child.getStyleClass().contains("text")) {
        boolean shorter = !text.getText().replace("\n", "").equals(whole.replace("\n", ""));
        Tooltip tip = labeled.getTooltip();
        if (shorter && (tip == null || !tip.getText().contains(whole))) {
          found.add(here + " says \"" + text.getText() + "\" for \"" + whole + "\"");
          return true;
        }
        if (text.getLayoutBounds().getHeight() > labeled.getHeight() + TOLERANCE + 1) {
          found.add(here + " is too low for \"" + whole + "\"");
          return true;
        }
        return shorter;
      }
    }
    return false;
  }

  private void typed(TextInputControl input, String here) {
    String shown =
        input.getText() == null || input.getText().isEmpty()
            ? input.getPromptText()
            : input.getText();
    if (shown == null || shown.isEmpty() || shown.contains("\n")) {
      return;
    }
    var text = new Text(shown);
    if (input instanceof javafx.scene.control.TextField field) {
      text.setFont(field.getFont());
      double room = input.getWidth() - input.getInsets().getLeft() - input.getInsets().getRight();
      if (text.getLayoutBounds().getWidth() > room + TOLERANCE) {
        found.add(
            here
                + " has room for "
                + Math.round(room)
                + " of \""
                + shown
                + "\" ("
                + Math.round(text.getLayoutBounds().getWidth())
                + ")");
      }
    }
  }

  private static boolean inside(Bounds inner, Bounds outer) {
    return inner.getWidth() == 0
        || inner.getMinX() >= outer.getMinX() - TOLERANCE
            && inner.getMinY() >= outer.getMinY() - TOLERANCE
            && inner.getMaxX() <= outer.getMaxX() + TOLERANCE
            && inner.getMaxY() <= outer.getMaxY() + TOLERANCE;
  }

  private static Bounds both(Bounds a, Bounds b) {
    double left = Math.max(a.getMinX(), b.getMinX());
    double top = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - left),
        Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - top));
  }

  private static String round(Bounds b) {
    return "[%.0f %.0f – %.0f %.0f]".formatted(b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY());
  }

  static String name(Node node) {
    return node.getId() != null ? "#" + node.getId() : node.getClass().getSimpleName();
  }
}
