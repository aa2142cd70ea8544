/// A difference with its interval as a dot on a line, zero in the middle.
package dev.touchline.desktop.compare;

import dev.touchline.evaluate.ComparisonResult.Difference;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Left of zero is better.
final class IntervalBar extends Region {
  private final Difference difference;
  private final double reach;
  private final Line zero = new Line();
  private final Line bar = new Line();
  private final Circle dot = new Circle(4);

  /// @param reach the value at both ends
  IntervalBar(Difference difference, double reach) {
    this.difference = difference;
    this.reach = reach > 0 ? reach : 1;
    zero.getStyleClass().add("interval-zero");
    bar.getStyleClass().add("interval-bar");
    dot.getStyleClass().add("interval-dot");
    getChildren().addAll(zero, bar, dot);
    setMinSize(60, 18);
    setPrefSize(180, 20);
    setAccessibleText("interval from %.4f to %.4f".formatted(difference.low(), difference.high()));
  }

  private double at(double value) {
    return getWidth() / 2 * (1 + Math.clamp(value / reach, -1, 1) * 0.96);
  }

  @Override
  protected void layoutChildren() {
    double middle = getHeight() / 2;
    place(zero, getWidth() / 2, 1, getWidth() / 2, getHeight() - 1);
    place(bar, at(difference.low()), middle, at(difference.high()), middle);
    dot.setCenterX(at(difference.value()));
    dot.setCenterY(middle);
  }

  private static void place(Line line, double x0, double y0, double x1, double y1) {
    line.setStartX(x0);
    line.setStartY(y0);
    line.setEndX(x1);
    line.setEndY(y1);
  }
}
