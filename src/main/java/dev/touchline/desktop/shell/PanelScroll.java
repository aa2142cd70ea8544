/// Shows the panel in front, and lets it be scrolled where the window is smaller than it needs.
package dev.touchline.desktop.shell;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
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

  /// The skin keeps its content as a picture, for scrolling. Panels change all the time and hardly
  /// ever scroll: the picture would be drawn anew, backgrounds and all, for each look at a chart.
  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    lookup(".viewport").setCache(false);
    return skin;
  }

  /// A click upon empty ground would take the focus away from the field that is being filled in.
  @Override
  public void requestFocus() {
    // nothing
  }
}
