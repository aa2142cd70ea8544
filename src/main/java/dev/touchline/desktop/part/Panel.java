/// A panel as the window sees it.
package dev.touchline.desktop.part;

import dev.touchline.desktop.theme.Theme;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// One of the panels behind the rail.
public interface Panel {
  /// Its name in the rail and in commands.
  String name();

  /// The path of its icon, on 20 × 20, to be stroked.
  String icon();

  /// Help for F1: paragraphs, plain text.
  String help();

  /// Topics of the documentation that say more, such as `calibration.md`, most useful first.
  List<String> pages();

  /// Its content; the same node each time.
  Node node();

  /// Charts follow the theme.
  default void theme(Theme theme) {}

  /// It comes to the front: time to look for news.
  default void shown() {}

  /// Called up to 20 times a second while it is in front.
  default void frame() {}

  /// What the user chose, to come back at the next start; names begin with the panel's.
  default Map<String, String> choices() {
    return Map.of();
  }

  /// Takes up choices of before; those that no longer make sense are left out.
  default void restore(Map<String, String> choices) {}

  /// The window is closed: whatever is held open is let go.
  default void close() {}
}
