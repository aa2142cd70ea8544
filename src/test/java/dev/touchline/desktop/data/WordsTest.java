/// Texts of the Data panel.
package dev.touchline.desktop.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void placesBelowTheUsersFolderAreWrittenFromThere() {
    assertThat(Words.fromHome("/home/ann/.local/share/touchline/database", "/home/ann"))
        .isEqualTo("~/.local/share/touchline/database");
    assertThat(Words.fromHome("C:\\Users\\ann\\touchline", "C:\\Users\\ann"))
        .isEqualTo("~\\touchline");
  }

  @Test
  void otherPlacesAreWrittenWhole() {
    assertThat(Words.fromHome("/home/anna/touchline", "/home/ann"))
        .isEqualTo("/home/anna/touchline");
    assertThat(Words.fromHome("postgresql://localhost/football", "/home/ann"))
        .isEqualTo("postgresql://localhost/football");
    assertThat(Words.fromHome("/data/touchline", "/")).isEqualTo("/data/touchline");
    assertThat(Words.fromHome("/data/touchline", "")).isEqualTo("/data/touchline");
  }
}
