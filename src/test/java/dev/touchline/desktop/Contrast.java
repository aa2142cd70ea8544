/// Finds texts on the screen that do not stand out from what is behind them.
package dev.touchline.desktop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;

/// Compares the colour of every visible text with the grounds that its parents paint under it, by
/// the contrast of WCAG 2.2, as the controls are and as they look under the mouse, with the focus,
/// pressed and chosen. What is disabled is excepted there, too.
final class Contrast {
  private static final double LEAST = 4.5;

  /// The looks a control can have, each put upon all of them at once.
  private static final List<List<String>> STATES =
      List.of(
          List.of(),
          List.of("hover"),
          List.of("focused"),
          List.of("hover", "armed"),
          List.of("selected"),
          List.of("selected", "hover"),
          List.of("selected", "focused"));

  private final Set<String> found = new LinkedHashSet<>();
  private int texts;

  private Contrast() {}

  /// Texts with less contrast than they need, one line each; empty is good. On the FX thread.
  static List<String> in(Scene scene) {
    var walk = new Contrast();
    for (List<String> state : STATES) {
      walk.in(scene, state);
    }
    if (walk.texts < 20 * STATES.size()) {
      walk.found.add("only " + walk.texts + " texts were found");
    }
    return List.copyOf(walk.found);
  }

  private void in(Scene scene, List<String> state) {
    List<Runnable> undo = new ArrayList<>();
    pretend(scene.getRoot(), state, undo);
    scene.getRoot().applyCss();
    look(scene.getRoot(), List.of(Color.WHITE, Color.BLACK), "", state);
    undo.forEach(Runnable::run);
    scene.getRoot().applyCss();
  }

  private static void pretend(Node node, List<String> state, List<Runnable> undo) {
    for (String name : state) {
      PseudoClass look = PseudoClass.getPseudoClass(name);
      if (can(node, name) && !node.getPseudoClassStates().contains(look)) {
        node.pseudoClassStateChanged(look, true);
        undo.add(() -> node.pseudoClassStateChanged(look, false));
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> pretend(child, state, undo));
    }
  }

  private static boolean can(Node node, String state) {
    return switch (state) {
      case "selected" -> node instanceof ToggleButton || node instanceof Cell<?>;
      case "armed" -> node instanceof ButtonBase;
      default -> node instanceof Control;
    };
  }

  private void look(Node node, List<Color> grounds, String path, List<String> state) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    String here = path + "/" + CutOff.name(node);
    List<Color> under = grounds;
    if (node instanceof Region region && region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        under = over(fill.getFill(), under);
      }
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      texts++;
      judge(text, under, here, state);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        look(child, under, here, state);
      }
    }
  }

  private void judge(Text text, List<Color> grounds, String here, List<String> state) {
    for (Color ground : grounds) {
      for (Color ink : over(text.getFill(), List.of(ground))) {
        double contrast = contrast(ink, ground);
        if (contrast < LEAST) {
          found.add(
              "%s %s: \"%s\" %s on %s has %.2f"
                  .formatted(here, state, text.getText(), ink, ground, contrast));
        }
      }
    }
  }

  /// What a paint with its transparency makes of the colours under it.
  private static List<Color> over(Paint paint, List<Color> under) {
    List<Color> colours =
        switch (paint) {
          case Color colour -> List.of(colour);
          case LinearGradient gradient -> gradient.getStops().stream().map(Stop::getColor).toList();
          default -> throw new AssertionError("no colour: " + paint);
        };
    List<Color> seen = new ArrayList<>();
    for (Color colour : colours) {
      for (Color below : colour.isOpaque() ? under.subList(0, 1) : under) {
        seen.add(below.interpolate(opaque(colour), colour.getOpacity()));
      }
    }
    return seen.stream().distinct().toList();
  }

  private static Color opaque(Color colour) {
    return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
  }

  private static double contrast(Color a, Color b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
