/// What is typed into fields for whole numbers, and what is said where it is none.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNumbersTest {
  @Test
  void spacesAndCommasDoNotMatter() {
    assertThat(WholeNumbers.small("Draws", " 1,000 ")).isEqualTo(1000);
    assertThat(WholeNumbers.parse("Seed", "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "many | Draws \"many\" is not a number. | Write a whole number.",
        "1.5 | Draws \"1.5\" is not a number. | Write a whole number.",
        "'' | Draws is empty. | Write a whole number.",
        "99999999999 | Draws cannot be 99999999999. | Write a smaller number.",
        "99999999999999999999 | Draws cannot be 99999999999999999999. | Write a number of at most 18 digits."
      })
  void whatIsNoneOrTooLargeIsSaidAsThat(String text, String message, String remedy) {
    assertThatThrownBy(() -> WholeNumbers.small("Draws", text))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault).hasMessage(message);
              assertThat(fault.remedy()).isEqualTo(remedy);
            });
  }
}
