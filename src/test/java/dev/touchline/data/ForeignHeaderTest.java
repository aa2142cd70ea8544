/// A file of another layout is told in one sentence; one with a few gaps column by column.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignHeaderTest {
  @Test
  void namesWhatTheFileHasWhatItLacksAndWhatToDo() {
    CsvColumns columns =
        new CsvColumns(List.of("Datum", "Spieler", "Verein", "Gegner", "Heim", "Tore", "Minutes"));
    assertThat(ForeignHeader.is(columns)).isTrue();
    assertThat(ForeignHeader.reason(columns, ';'))
        .isEqualTo(
            "The file is no player-match CSV: it has 1 of the 15 columns (minutes) and lacks"
                + " match_id, match_date, competition, player_id, player_name, position, team_id,"
                + " team_name, opponent_id, opponent_name, was_home, goals, shots, cards; its own"
                + " are \"Datum\", \"Spieler\", \"Verein\", \"Gegner\", \"Heim\" and 1 more,"
                + " separated by semicolons; name its columns as docs/data-formats.md describes"
                + " them and import it again.");
  }

  @Test
  void aFileWithoutAnyOfTheColumnsSaysSoOnce() {
    String reason =
        ForeignHeader.reason(new CsvColumns(List.of("a\u0007|b|" + "c".repeat(90))), ',');
    assertThat(reason)
        .contains("it has none of the columns match_id, match_date,")
        .contains("its own is \"a?|b|ccc")
        .doesNotContain("lacks")
        .doesNotContain("separated")
        .hasSizeLessThan(400);
  }

  @Test
  void aHeaderWithMostOfTheColumnsIsOneWithGaps() {
    assertThat(ForeignHeader.is(new CsvColumns(CsvColumns.NAMES.subList(0, 8)))).isFalse();
    assertThat(ForeignHeader.is(new CsvColumns(CsvColumns.NAMES.subList(0, 7)))).isTrue();
  }
}
