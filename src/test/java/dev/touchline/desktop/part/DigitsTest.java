/// Numbers are written for people.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void whatIsWrittenAsZeroHasNoSign() {
    assertThat(Digits.four(-0.00004)).isEqualTo("0.0000");
    assertThat(Digits.signed(-0.00004)).isEqualTo("0.0000");
    assertThat(Digits.signed(0.00004)).isEqualTo("0.0000");
    assertThat(Digits.four(-0.0)).isEqualTo("0.0000");
    assertThat(Digits.fixed(-0.4, 0)).isEqualTo("0");
  }

  @Test
  void differencesHaveASign() {
    assertThat(Digits.signed(-0.00006)).isEqualTo("−0.0001");
    assertThat(Digits.signed(0.00006)).isEqualTo("+0.0001");
    assertThat(Digits.signed(12)).isEqualTo("+12.0000");
    assertThat(Digits.signed(Double.NaN)).isEqualTo("–");
  }

  @Test
  void whatMissesItsLimitLooksLikeIt() {
    assertThat(Digits.rhat(1.0104)).isEqualTo("1.0104");
    assertThat(Digits.rhat(1.0502)).isEqualTo("1.0502");
    assertThat(Digits.rhat(1.0012)).isEqualTo("1.001");
    assertThat(Digits.rhat(Double.NaN)).isEqualTo("–");
    assertThat(Digits.ess(399.6, 400)).isEqualTo("399.6");
    assertThat(Digits.ess(1399.6, 400)).isEqualTo("1,400");
    assertThat(Digits.ece(0.05003, 4)).isEqualTo("0.05003");
  }
}
