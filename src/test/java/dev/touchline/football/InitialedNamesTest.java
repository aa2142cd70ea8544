/// A first name and its initial mean the same player, two first names do not.
package dev.touchline.football;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialedNamesTest {
  private final InitialedNames<String> names =
      new InitialedNames<>(
          List.of(
              "H. Kane",
              "Łukasz Piszczek",
              "K. De Bruyne",
              "Jean-Philippe Mateta",
              "J.P. Pietersen",
              "A. Silva",
              "André Silva",
              "António Silva",
              "Danilo",
              "M. Ødegaard"),
          Function.identity());

  @ParameterizedTest
  @CsvSource({
    "Harry Kane, H. Kane",
    "HARRY KANE, H. Kane",
    "L. Piszczek, Łukasz Piszczek",
    "L.Piszczek, Łukasz Piszczek",
    "l piszczek, Łukasz Piszczek",
    "Kevin De Bruyne, K. De Bruyne",
    "Martin Odegaard, M. Ødegaard",
    "J. Mateta, Jean-Philippe Mateta",
    "J.P. Mateta, Jean-Philippe Mateta",
    "J. P. Mateta, Jean-Philippe Mateta",
    "Jean-Paul Pietersen, J.P. Pietersen",
    "A. Silva, André Silva|António Silva",
    "Adrien Silva, A. Silva",
    // Not meant: other first names, initials not borne out, other surnames, names of one word.
    "Harry Kan, ''",
    "Barry Kane, ''",
    "J.M. Mateta, ''",
    "John Pietersen, ''",
    "Lucas Piszczek, ''",
    "K. Bruyne, ''",
    "D. Danilo, ''",
    "D., ''",
    "Danilo, ''",
    "H Kane, ''",
    "'', ''"
  })
  void findsWhoMayBeMeant(String asked, String meant) {
    assertThat(String.join("|", names.meant(asked))).isEqualTo(meant);
  }
}
