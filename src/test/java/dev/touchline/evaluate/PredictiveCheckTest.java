/// Predictive checks by hand on a few rows, and on simulated data sets with and without a misfit.
package dev.touchline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PredictiveCheckTest {
  private static PlayerMatch row(long match, long team, long player) {
    return new PlayerMatch(
        match,
        LocalDate.of(2020, 1, 1),
        "cup",
        player,
        "P",
        Position.MID,
        team,
        "T",
        3 - team,
        "O",
        true,
        90,
        0,
        0,
        0);
  }

  /// Two matches, two teams, player 1 in both matches.
  @Test
  void frequenciesAndTotalsByHand() {
    List<PlayerMatch> rows = List.of(row(1, 1, 1), row(1, 1, 2), row(1, 2, 3), row(2, 1, 1));
    int[] observed = {2, 1, 0, 1};
    int[][] replicated = {{0, 0, 0, 0}, {1, 1, 1, 1}, {2, 1, 0, 1}};
    PredictiveCheck check = PredictiveCheck.of(rows, observed, replicated);
    assertThat(check.replicates()).isEqualTo(3);
    assertThat(check.rows())
        .extracting(PredictiveCheck.Frequency::observed)
        .containsExactly(1, 2, 1);
    // 0: 4, 0 and 1 rows; 1: 0, 4 and 2; 2: 0, 0 and 1.
    assertThat(check.rows().get(0).expected()).isCloseTo(5.0 / 3, within(1e-12));
    assertThat(check.rows().get(1).expected()).isCloseTo(2, within(1e-12));
    assertThat(check.rows().get(2).expected()).isCloseTo(1.0 / 3, within(1e-12));
    // Teams: 3 in match 1 (1 + 2), 0, 1. Players: 3, 1, 0.
    assertThat(check.teams())
        .extracting(PredictiveCheck.Frequency::observed)
        .containsExactly(1, 1, 0, 1);
    assertThat(check.players())
        .extracting(PredictiveCheck.Frequency::observed)
        .containsExactly(1, 1, 0, 1);
    assertThat(check.spread().observed()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-12));
    // Replicates spread 0, √(1/3) (totals 2, 1, 1) and as much as the data.
    assertThat(check.spread().above()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(check.rows().getLast().high()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aModelThatIsRightStaysInsideAndOneWithoutPlayersDoesNot() {
    SplittableRandom random = new SplittableRandom(11);
    List<PlayerMatch> rows = new ArrayList<>();
    for (int match = 0; match < 40; match++) {
      for (int slot = 0; slot < 22; slot++) {
        rows.add(row(match, 1 + slot / 11, slot));
      }
    }
    double[] rate = new double[22];
    for (int p = 0; p < rate.length; p++) {
      rate[p] = Math.exp(0.8 * random.nextGaussian());
    }
    double mean = java.util.Arrays.stream(rate).average().orElseThrow();
    int[] observed = draw(rows, rate, random);
    int[][] right = new int[200][];
    int[][] wrong = new int[200][];
    double[] level = new double[22];
    java.util.Arrays.fill(level, mean);
    for (int r = 0; r < 200; r++) {
      right[r] = draw(rows, rate, random);
      wrong[r] = draw(rows, level, random);
    }
    int inside = 0;
    for (int set = 0; set < 60; set++) {
      int[] another = draw(rows, rate, random);
      inside += PredictiveCheck.of(rows, another, right).spread().inside() ? 1 : 0;
    }
    // Binomial(60, 0.95): 57 ± 1.7.
    assertThat(inside).isGreaterThanOrEqualTo(51);
    PredictiveCheck bad = PredictiveCheck.of(rows, observed, wrong);
    assertThat(bad.spread().inside()).isFalse();
    assertThat(bad.spread().above()).isZero();
    assertThat(bad.rows().getFirst().inside()).isFalse();
  }

  private static int[] draw(List<PlayerMatch> rows, double[] rate, SplittableRandom random) {
    return rows.stream()
        .mapToInt(
            row -> {
              int count = 0;
              for (double t = random.nextExponential();
                  t < rate[(int) row.playerId()];
                  t += random.nextExponential()) {
                count++;
              }
              return count;
            })
        .toArray();
  }
}
