/// Where the mouse is, in the chart's own units.
package dev.touchline.desktop.chart;

/// A place in a chart.
///
/// @param x along the horizontal axis
/// @param y along the vertical axis
/// @param xPixel how much of the horizontal axis a pixel covers
/// @param yPixel how much of the vertical axis a pixel covers
public record Pointer(double x, double y, double xPixel, double yPixel) {

  /// Distance in pixels to a point of the chart.
  double pixelsTo(double otherX, double otherY) {
    return Math.hypot((x - otherX) / xPixel, (y - otherY) / yPixel);
  }
}
