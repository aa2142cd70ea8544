/// A number that misses its limit never looks as if it did not.
package dev.touchline.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "1.0104, 1.0104",
    "1.01002, 1.01002",
    "1.01, 1.010",
    "1.0096, 1.010",
    "1.0499, 1.050",
    "1.05049, 1.0505",
    "1.0234, 1.023",
    "12345.6789, '12,345.679'",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void above(double value, String text) {
    assertThat(LimitDigits.above(value, 3, 1.01, 1.05)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "399.7, 399.7",
    "399.96, 399.96",
    "400, 400",
    "400.4, 400",
    "399.2, 399",
    "1234.5, '1,235'"
  })
  void below(double value, String text) {
    assertThat(LimitDigits.below(value, 0, 400)).isEqualTo(text);
  }
}
