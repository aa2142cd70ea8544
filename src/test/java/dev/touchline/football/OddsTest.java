/// Odds in the three ways they are written, and what two sides together say.
package dev.touchline.football;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.85; 1.85",
        "' 1,85 '; 1.85",
        "13; 13",
        "17/20; 1.85",
        "5 / 2; 3.5",
        "+150; 2.5",
        "-110; 1.9090909",
        "−400; 1.25"
      })
  void readsWhatIsWritten(String text, double decimal) {
    assertThat(Odds.parse(text)).isCloseTo(decimal, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1.00", "0.5", "0/1", "1/0", "+50", "-5", "evens", "1e3", "1.8.5", "NaN"})
  void anythingElseIsNone(String text) {
    assertThat(Odds.parse(text)).isNaN();
  }

  @Test
  void theMarginIsTakenOffInProportion() {
    var offer = new Offer(1.9, 1.9);
    assertThat(offer.margin()).isCloseTo(2 / 1.9 - 1, within(1e-12));
    assertThat(offer.impliedOver()).isCloseTo(0.5, within(1e-12));
    var uneven = new Offer(4, 1.25);
    assertThat(uneven.impliedOver() + uneven.impliedUnder()).isCloseTo(1, within(1e-12));
    assertThat(uneven.impliedOver() / uneven.impliedUnder()).isCloseTo(1.25 / 4, within(1e-12));
  }

  @Test
  void oneSideAloneKeepsItsMargin() {
    var offer = new Offer(4, Double.NaN);
    assertThat(offer.impliedOver()).isEqualTo(0.25);
    assertThat(offer.margin()).isNaN();
    assertThat(offer.impliedUnder()).isNaN();
  }

  @Test
  void aFairOfferHasNoValue() {
    assertThat(Offer.value(0.25, 4)).isZero();
    assertThat(Offer.value(0.3, 4)).isCloseTo(0.2, within(1e-12));
  }
}
