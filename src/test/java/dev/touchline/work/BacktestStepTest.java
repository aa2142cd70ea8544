/// Steps of a backtest over a calendar.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestStepTest {
  private static final LocalDate FROM = LocalDate.of(2020, 3, 1);

  /// One row a team of each match; a match is a day of March and two teams.
  private static List<PlayerMatch> calendar(int[]... matches) {
    List<PlayerMatch> rows = new ArrayList<>();
    for (int i = 0; i < matches.length; i++) {
      for (int side = 1; side <= 2; side++) {
        rows.add(
            new PlayerMatch(
                i,
                LocalDate.of(2020, 3, matches[i][0]),
                "cup",
                matches[i][side],
                "Player",
                Position.MID,
                matches[i][side],
                "Team",
                matches[i][3 - side],
                "Team",
                side == 1,
                90,
                0,
                0,
                0));
      }
    }
    return rows;
  }

  private static BacktestStep.Window window(int first, int last) {
    return new BacktestStep.Window(LocalDate.of(2020, 3, first), LocalDate.of(2020, 3, last));
  }

  @Test
  void daysAreCountedFromTheFirstAndEmptyStepsLeftOut() {
    assertThat(
            BacktestStep.parse("7d")
                .windows(
                    FROM, calendar(new int[] {2, 1, 2}, new int[] {7, 1, 3}, new int[] {23, 1, 2})))
        .containsExactly(window(1, 7), window(22, 28));
  }

  @Test
  void aRoundEndsBeforeATeamPlaysAgainAndAtAGap() {
    assertThat(
            BacktestStep.ROUND.windows(
                FROM,
                calendar(
                    new int[] {1, 1, 2},
                    new int[] {2, 3, 4},
                    new int[] {4, 1, 3},
                    new int[] {9, 2, 4},
                    new int[] {10, 5, 6})))
        .containsExactly(window(1, 2), window(4, 4), window(9, 10));
  }

  @Test
  void stepsAreReadAsTheyAreWritten() {
    assertThat(BacktestStep.parse(" 14D ").toString()).isEqualTo("14d");
    assertThat(BacktestStep.parse("Round").toString()).isEqualTo("round");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0d", "-1d", "week", "7w", "99999d"})
  void otherStepsAreRefused(String text) {
    assertThatThrownBy(() -> BacktestStep.parse(text))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("is not a step");
  }
}
