/// A text that takes the room of a few lines even where it has fewer.
package dev.touchline.desktop.train;

import javafx.scene.control.Label;

/// So that what lies below stays where it is while the text changes from look to look.
final class SteadyText extends Label {
  private static final double LINE_HEIGHT = 15;

  private final int lines;

  SteadyText(int lines) {
    this.lines = lines;
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(super.computePrefHeight(width), lines * LINE_HEIGHT);
  }
}
