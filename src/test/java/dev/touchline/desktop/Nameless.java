/// Finds what a screen reader could not name.
package dev.touchline.desktop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;

/// Walks over every visible node that takes the focus: each must have an accessible text, words of
/// its own, or a label that speaks for it.
final class Nameless {
  private final List<String> found = new ArrayList<>();
  private final Set<Node> labelled = new HashSet<>();

  private Nameless() {}

  /// What has no name, one line each; empty is good. On the FX thread.
  static List<String> in(Scene scene) {
    var walk = new Nameless();
    walk.collectLabels(scene.getRoot());
    walk.look(scene.getRoot(), "");
    return walk.found;
  }

  private void collectLabels(Node node) {
    if (node instanceof Label label && label.getLabelFor() != null) {
      labelled.add(label.getLabelFor());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::collectLabels);
    }
  }

  private void look(Node node, String path) {
    if (!node.isVisible()) {
      return;
    }
    String here = path + "/" + CutOff.name(node);
    if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !named(node)) {
      found.add(here + " has no name");
    }
    // What a control is made of is spoken for by the control.
    boolean whole = node.isFocusTraversable() && !(node instanceof ScrollPane);
    if (!whole && node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, here));
    }
  }

  private boolean named(Node node) {
    return said(node.getAccessibleText())
        || labelled.contains(node)
        || node instanceof Labeled labeled && said(labeled.getText());
  }

  private static boolean said(String text) {
    return text != null && text.chars().anyMatch(Character::isLetterOrDigit);
  }
}
