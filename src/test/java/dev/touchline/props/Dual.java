/// A number with its derivative in one direction: forward-mode automatic differentiation.
package dev.touchline.props;

/// @param value the number
/// @param slope its derivative along the direction
record Dual(double value, double slope) {
  static final Dual ZERO = of(0);

  static Dual of(double constant) {
    return new Dual(constant, 0);
  }

  Dual plus(Dual other) {
    return new Dual(value + other.value, slope + other.slope);
  }

  Dual minus(Dual other) {
    return new Dual(value - other.value, slope - other.slope);
  }

  Dual times(Dual other) {
    return new Dual(value * other.value, slope * other.value + value * other.slope);
  }

  Dual times(double factor) {
    return new Dual(value * factor, slope * factor);
  }

  Dual over(Dual other) {
    double ratio = value / other.value;
    return new Dual(ratio, (slope - ratio * other.slope) / other.value);
  }

  Dual exp() {
    double e = Math.exp(value);
    return new Dual(e, e * slope);
  }

  /// ln |x|.
  Dual logAbs() {
    return new Dual(Math.log(Math.abs(value)), slope / value);
  }
}
