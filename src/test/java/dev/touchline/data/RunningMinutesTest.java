/// The forecast of minutes against values worked out by hand.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunningMinutesTest {
  private final RunningMinutes running = new RunningMinutes();

  private void plays(long player, Position position, int... minutes) {
    for (int m : minutes) {
      running.observe(
          new PlayerMatch(
              1,
              LocalDate.of(2018, 1, 1),
              "x",
              player,
              "P",
              position,
              1,
              "T",
              2,
              "O",
              true,
              m,
              0,
              0,
              0));
    }
  }

  @Test
  void beforeTheFirstMatchEveryClassIsAsLikely() {
    MinutesForecast forecast = running.forecast(7, Position.MID);
    assertThat(forecast.size()).isEqualTo(7);
    for (double p : forecast.probability()) {
      assertThat(p).isCloseTo(1 / 7.0, within(1e-15));
    }
    assertThat(forecast.minutes()).containsExactly(8, 23, 38, 53, 68, 82, 90);
  }

  /// Class counts of MID after 13 rows: 1 + (2, 0, 0, 0, 0, 1, 10) = 3, 1, 1, 1, 1, 2, 11 of 20.
  @Test
  void aNewPlayerHasHisPositionsShares() {
    plays(1, Position.MID, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    plays(2, Position.MID, 10, 10, 80);
    plays(3, Position.DEF, 20, 20, 20);
    MinutesForecast forecast = running.forecast(9, Position.MID);
    double[] expected = {3, 1, 1, 1, 1, 2, 11};
    for (int c = 0; c < 7; c++) {
      assertThat(forecast.probability()[c]).isCloseTo(expected[c] / 20, within(1e-15));
    }
    // Of class one: (8 + 10 + 10) / 3.
    assertThat(forecast.minutes()[0]).isCloseTo(28 / 3.0, within(1e-12));
    assertThat(forecast.minutes()[6]).isCloseTo(90, within(1e-12));
  }

  /// Player 2: 80 minutes last, weight 1; 10 before that, weights 0.8 and 0.64; W = 2.44.
  @Test
  void hisOwnAppearancesCountTheMoreTheLaterTheyAre() {
    plays(1, Position.MID, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    plays(2, Position.MID, 10, 10, 80);
    double[] p = running.forecast(2, Position.MID).probability();
    double substitute = (1.44 + 2 * 5 / 20.0) / 4.44;
    assertThat(p[0] + p[1] + p[2]).isCloseTo(substitute, within(1e-12));
    assertThat(p[0]).isCloseTo(substitute * (1.44 + 10 * 3 / 5.0) / 11.44, within(1e-12));
    assertThat(p[5]).isCloseTo((1 - substitute) * (1 + 10 * 2 / 15.0) / 11, within(1e-12));
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void onlyTheLastTenCount() {
    plays(4, Position.FWD, 5, 5, 5);
    plays(4, Position.FWD, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    RunningMinutes other = running;
    double[] now = other.forecast(4, Position.FWD).probability();
    // None of the short ones is left: his own part of substitutes' classes is 0.
    double weights = (1 - Math.pow(0.8, 10)) / 0.2;
    assertThat(now[0] + now[1] + now[2]).isCloseTo(2 * 6 / 20.0 / (weights + 2), within(1e-12));
  }

  @Test
  void withoutAPositionAllOfThemCount() {
    plays(1, Position.MID, 90, 90);
    plays(3, Position.DEF, 20);
    double[] p = running.forecast(9, null).probability();
    assertThat(p[1]).isCloseTo(5 / 31.0, within(1e-15));
    assertThat(p[6]).isCloseTo(6 / 31.0, within(1e-15));
  }
}
