/// Where the window goes on the screens there are now.
package dev.touchline.desktop;

import dev.touchline.desktop.shell.Settings;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// A place and a size within one screen; NaN leaves the place to the desktop.
record WindowPlace(double x, double y, double width, double height) {
  /// What a frame with a title takes of the height, about.
  private static final double TITLE = 36;

  /// The remembered place, moved and made smaller until all of it can be seen: the screen may be
  /// another one, or its scale.
  ///
  /// @param screens the room that windows have on each screen, the main one first
  static WindowPlace of(Settings remembered, List<Rectangle2D> screens) {
    Rectangle2D screen =
        screens.stream()
            .filter(bounds -> bounds.contains(remembered.x() + 60, remembered.y() + 20))
            .findFirst()
            .orElse(null);
    boolean known = screen != null;
    Rectangle2D room = screen == null ? screens.getFirst() : screen;
    double width = Math.min(remembered.width(), room.getWidth());
    double height = Math.min(remembered.height(), room.getHeight() - TITLE);
    return new WindowPlace(
        known ? within(remembered.x(), room.getMinX(), room.getMaxX() - width) : Double.NaN,
        known
            ? within(remembered.y(), room.getMinY(), room.getMaxY() - height - TITLE)
            : Double.NaN,
        width,
        height);
  }

  private static double within(double value, double least, double most) {
    return Math.max(least, Math.min(value, most));
  }
}
