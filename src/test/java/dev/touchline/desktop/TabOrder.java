/// Walks over a panel with the Tab key and says where that goes wrong.
package dev.touchline.desktop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/// Tab must visit every control of the panel that can be used now, each once, and then leave it;
/// Shift+Tab the same ones backwards. Of two neighbours in one container the one visited first must
/// lie left of the other or above it. A row of buttons of which one is chosen is one stop, the
/// chosen one: arrow keys go through it.
final class TabOrder {
  /// Rounding, and the frames of buttons that touch.
  private static final double TOLERANCE = 2;

  private final Node panel;
  private final String where;
  private final List<String> faults = new ArrayList<>();

  private TabOrder(OpenWorkbench bench, String where) {
    this.where = where;
    panel = Fx.call(() -> bench.workbench().window().panel().node());
  }

  /// The faults of the panel in front, one line each; empty is good.
  static List<String> faults(OpenWorkbench bench, String where) {
    var walk = new TabOrder(bench, where);
    walk.walk();
    return walk.faults;
  }

  private void walk() {
    List<Node> wanted = Fx.call(this::usable);
    if (wanted.size() < 2) {
      faults.add(where + "nothing to walk over");
      return;
    }
    List<Node> forth = from(wanted.getFirst(), false, wanted.size());
    Set<Node> missed = new LinkedHashSet<>(wanted);
    forth.forEach(missed::remove);
    missed.forEach(node -> faults.add(where + "Tab never comes to " + name(node)));
    Set<Node> strange = new LinkedHashSet<>(forth);
    wanted.forEach(strange::remove);
    strange.forEach(node -> faults.add(where + "Tab goes astray to " + name(node)));
    List<Node> back = from(forth.getLast(), true, wanted.size());
    Collections.reverse(back);
    if (!back.equals(forth)) {
      faults.add(where + "Shift+Tab goes another way: " + names(back) + " for " + names(forth));
    }
    Fx.run(() -> order(forth));
  }

  /// Where the focus goes until it leaves the panel.
  private List<Node> from(Node first, boolean backwards, int most) {
    Fx.run(first::requestFocus);
    List<Node> visited = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    for (Node now = focused(); inside(now); now = focused()) {
      if (!seen.add(now)) {
        if (visited.getLast() == now) {
          faults.add(where + "the focus is stuck in " + name(now));
        } else if (visited.size() < most) {
          faults.add(where + "the focus comes back to " + name(now) + " after " + names(visited));
        }
        return visited;
      }
      visited.add(now);
      Fx.run(() -> tab(backwards));
    }
    return visited;
  }

  /// Without the pauses of a robot that must be seen.
  private static void tab(boolean backwards) {
    var robot = new Robot();
    if (backwards) {
      robot.keyPress(KeyCode.SHIFT);
    }
    robot.keyType(KeyCode.TAB);
    if (backwards) {
      robot.keyRelease(KeyCode.SHIFT);
    }
  }

  private Node focused() {
    return Fx.call(() -> panel.getScene().getFocusOwner());
  }

  private boolean inside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == panel) {
        return true;
      }
    }
    return false;
  }

  private List<Node> usable() {
    List<Node> found = new ArrayList<>();
    collect(panel, found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      if (!(node instanceof ToggleButton button)
          || button.getToggleGroup() == null
          || button.isSelected()) {
        found.add(node);
      }
      return; // what a control is made of is used through it
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /// Compares, in every container, the parts that were visited one after the other.
  private void order(List<Node> visited) {
    Map<Node, List<Node>> ways =
        visited.stream().collect(Collectors.toMap(node -> node, TabOrder::wayTo));
    for (int i = 1; i < visited.size(); i++) {
      List<Node> one = ways.get(visited.get(i - 1));
      List<Node> other = ways.get(visited.get(i));
      int fork =
          IntStream.range(0, Math.min(one.size(), other.size()))
              .filter(at -> one.get(at) != other.get(at))
              .findFirst()
              .orElse(-1);
      if (fork >= 0 && !precedes(bounds(one.get(fork)), bounds(other.get(fork)))) {
        faults.add(
            where
                + "%s at %s comes before %s at %s"
                    .formatted(
                        name(visited.get(i - 1)),
                        text(bounds(one.get(fork))),
                        name(visited.get(i)),
                        text(bounds(other.get(fork)))));
      }
    }
  }

  /// From the root down to the node.
  private static List<Node> wayTo(Node node) {
    List<Node> way = new ArrayList<>();
    for (Node at = node; at != null; at = at.getParent()) {
      way.addFirst(at);
    }
    return way;
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static boolean precedes(Bounds a, Bounds b) {
    return a.getMaxX() <= b.getMinX() + TOLERANCE || a.getMaxY() <= b.getMinY() + TOLERANCE;
  }

  private static String text(Bounds b) {
    return "[%.0f %.0f – %.0f %.0f]".formatted(b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY());
  }

  private static String names(List<Node> nodes) {
    return nodes.stream().map(TabOrder::name).collect(Collectors.joining(", "));
  }

  private static String name(Node node) {
    String said = node.getAccessibleText();
    return CutOff.name(node)
        + (node instanceof javafx.scene.control.Labeled labeled ? " " + labeled.getText() : "")
        + (said == null ? "" : " (" + said + ")");
  }
}
