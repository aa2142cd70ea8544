/// A first look at every panel and then the end: what the build runs to learn what a start needs.
package dev.touchline.desktop;

import dev.touchline.desktop.part.Panel;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// The classes that a run loads can be kept, linked, for later starts (JEP 483); this run loads
/// those of the window. Asked for by a property of the Java machine, never by users.
final class Rehearsal {
  /// The property that asks for a rehearsal: `-Dtouchline.rehearsal=true`.
  static final String PROPERTY = "touchline.rehearsal";

  private static final Duration LOOK = Duration.seconds(0.7);

  private final Workbench workbench;

  Rehearsal(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Brings every panel to the front, the first one last, and closes the window.
  void start() {
    var tour = new Timeline();
    Duration at = LOOK;
    for (Panel panel : workbench.panels()) {
      tour.getKeyFrames().add(new KeyFrame(at, event -> workbench.show(panel)));
      at = at.add(LOOK);
    }
    tour.getKeyFrames().add(new KeyFrame(at, event -> workbench.window().close()));
    tour.play();
  }
}
