/// Builds the panels that are not in front, one by one, once the window is there.
package dev.touchline.desktop;

import dev.touchline.desktop.part.Panel;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// A panel takes up to a tenth of a second to build: too long to wait for seven of them before the
/// window opens, and noticeable at the first click on one. In between frames can be drawn.
final class PanelsAhead {
  private static final Duration PAUSE = Duration.millis(150);

  private final Timeline timeline = new Timeline();

  PanelsAhead(List<Panel> panels) {
    Duration at = PAUSE;
    for (Panel panel : panels) {
      timeline.getKeyFrames().add(new KeyFrame(at, event -> panel.node()));
      at = at.add(PAUSE);
    }
  }

  void start() {
    timeline.play();
  }

  void stop() {
    timeline.stop();
  }
}
