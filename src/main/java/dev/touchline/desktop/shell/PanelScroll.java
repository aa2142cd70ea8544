/// Shows the panel in front, and lets it be scrolled where the window is smaller than it needs.
package dev.touchline.desktop.shell;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Fills the room there is; does not take the focus from what is in it.
final class PanelScroll extends ScrollPane {
  PanelScroll(Region content) {
    super(content);
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    setMinSize(0, 0);
    getStyleClass().add("side");
    setId("panel-scroll");
  }

  /// A click upon empty ground would take the focus away from the field that is being filled in.
  @Override
  public void requestFocus() {
    // nothing
  }
}
