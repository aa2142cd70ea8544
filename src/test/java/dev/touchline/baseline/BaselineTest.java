/// Baselines against values computed by hand.
package dev.touchline.baseline;

import static dev.touchline.baseline.TestRows.row;
import static dev.touchline.baseline.TestRows.set;
import static dev.touchline.football.Position.DEF;
import static dev.touchline.football.Position.FWD;
import static dev.touchline.football.Position.GKP;
import static dev.touchline.football.Position.MID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BaselineTest {
  @Test
  void thePoissonDistributionIsWhole() {
    double[] pmf = PoissonPmf.of(1.3);
    assertThat(pmf[0]).isEqualTo(Math.exp(-1.3));
    assertThat(pmf[3]).isCloseTo(Math.exp(-1.3) * 1.3 * 1.3 * 1.3 / 6, within(1e-15));
    assertThat(Arrays.stream(pmf).sum()).isBetween(1 - 1e-9, 1 + 1e-12);
  }

  @Test
  void theConstantRateIsThePositionsPerMinute() {
    RowSet training = set(row(1, 1, DEF, 90, 1), row(1, 2, DEF, 45, 0), row(2, 3, FWD, 90, 4));
    List<double[]> later =
        new ConstantRate()
            .forecast(
                Prop.SHOTS,
                training,
                set(row(9, 8, DEF, 60, 0), row(9, 9, FWD, 45, 0), row(9, 7, GKP, 90, 0)));
    // Half an event is added to each position's count: 1.5 in 1.5 nineties, 4.5 in 1.
    assertThat(later.get(0)[0]).isCloseTo(Math.exp(-1.0 * 60 / 90), within(1e-12));
    assertThat(later.get(1)[0]).isCloseTo(Math.exp(-4.5 * 0.5), within(1e-12));
    // No goalkeeper was seen: 5.5 events of all in 2.5 nineties.
    assertThat(later.get(2)[0]).isCloseTo(Math.exp(-5.5 / 2.5), within(1e-12));
  }

  @Test
  void playersWhoDifferAreShrunkenLittleAndPlayersWhoDoNotMuch() {
    List<PlayerMatch> different = new ArrayList<>();
    List<PlayerMatch> alike = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int day = 0; day < 30; day++) {
      for (int player = 0; player < 10; player++) {
        different.add(row(day, player, MID, 90, player < 5 ? 0 : 6));
        alike.add(row(day, player, MID, 90, random.nextInt(3)));
      }
    }
    assertThat(ShrunkenRate.weight(Prop.SHOTS, different)).isEqualTo(0.5);
    assertThat(ShrunkenRate.weight(Prop.SHOTS, alike)).isGreaterThan(30);
  }

  @Test
  void theShrunkenRateLiesBetweenThePlayersAndThePositions() {
    List<PlayerMatch> rows = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      for (int player = 0; player < 10; player++) {
        rows.add(row(day, player, MID, 90, player < 5 ? 0 : 6));
      }
    }
    List<double[]> later =
        new ShrunkenRate()
            .forecast(Prop.SHOTS, set(rows), set(row(40, 9, MID, 90, 0), row(40, 77, MID, 45, 0)));
    double position = (150 * 6 + 0.5) / 300;
    assertThat(later.get(0)[0]).isCloseTo(Math.exp(-(180 + 0.5 * position) / 30.5), within(1e-12));
    assertThat(later.get(1)[0])
        .as("nobody knows the player")
        .isCloseTo(Math.exp(-position / 2), within(1e-12));
  }

  @Test
  void treesSeeTheDayBeforeButNotTheDayItself() {
    TreeFeatures features = new TreeFeatures(1);
    float[] x =
        features.next(
            set(
                row(1, 5, 1, 2, FWD, 90, 3),
                row(1, 6, 2, 1, FWD, 90, 1),
                row(2, 5, 1, 2, FWD, 45, 9)));
    int width = features.width();
    int nineties = 1 + 2 + 4;
    int shots = nineties + 1 + 4;
    assertThat(x).hasSize(3 * width);
    assertThat(x[0]).as("the row set's own feature").isEqualTo(7);
    assertThat(x[1]).as("minutes").isEqualTo(90);
    assertThat(x[2]).as("home").isEqualTo(1);
    assertThat(Arrays.copyOfRange(x, 3, 7)).as("position").containsExactly(0, 0, 0, 1);
    assertThat(x[width + nineties]).as("nothing seen on the first day").isZero();
    assertThat(x[width + shots]).as("the prior").isEqualTo(0.1f);
    int last = 2 * width;
    assertThat(x[last + nineties]).as("one match seen").isEqualTo(1);
    double league = (4 + 3 * 0.1) / (2 + 3);
    assertThat((double) x[last + shots])
        .as("three shots in a ninety, and five nineties of the position's rate")
        .isCloseTo((3 + 5 * league) / 6, within(1e-6));
    assertThat((double) x[last + shots + 1])
        .as("his team")
        .isCloseTo((3 + 100 * league) / 101, within(1e-6));
    assertThat((double) x[last + shots + 2])
        .as("what the opponent concedes: his three")
        .isCloseTo((3 + 100 * league) / 101, within(1e-6));
  }

  @Test
  void treesLearnWhatTheConstantRateCannot() {
    assertThat(BoostedTrees.trouble()).isEmpty();
    SplittableRandom random = new SplittableRandom(3);
    List<PlayerMatch> rows = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      for (int player = 0; player < 40; player++) {
        boolean home = player < 20;
        int shots = random.nextDouble() < (home ? 0.9 : 0.2) ? 1 : 0;
        rows.add(row(day, player, home ? 1 : 2, home ? 2 : 1, MID, 90, shots));
      }
    }
    RowSet later = set(row(99, 100, 1, 2, MID, 90, 0), row(99, 101, 2, 1, MID, 90, 0));
    List<double[]> first = new BoostedTrees().forecast(Prop.SHOTS, set(rows), later);
    assertThat(-Math.log(first.get(0)[0])).isBetween(0.6, 1.1);
    assertThat(-Math.log(first.get(1)[0])).isBetween(0.1, 0.4);
    List<double[]> again = new BoostedTrees().forecast(Prop.SHOTS, set(rows), later);
    assertThat(again.get(0)).isEqualTo(first.get(0));
  }

  @Test
  void laterCountsOfADayChangeNoForecastOfIt() {
    List<PlayerMatch> rows = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      for (int player = 0; player < 10; player++) {
        rows.add(row(day, player, MID, 90, (player + day) % 3));
      }
    }
    for (Baseline baseline : Baselines.all()) {
      double[] one =
          baseline
              .forecast(Prop.SHOTS, set(rows), set(row(40, 1, MID, 90, 0), row(40, 2, MID, 90, 0)))
              .getFirst();
      double[] other =
          baseline
              .forecast(Prop.SHOTS, set(rows), set(row(40, 1, MID, 90, 8), row(40, 2, MID, 90, 9)))
              .getFirst();
      assertThat(other).as(baseline.key()).isEqualTo(one);
    }
  }

  @Test
  void theLastQuarterBeginsWithADay() {
    List<PlayerMatch> rows = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      for (int player = 0; player < 10; player++) {
        rows.add(row(day, player, MID, 90, 0));
      }
    }
    assertThat(BoostedTrees.split(rows)).isEqualTo(20);
    assertThat(BoostedTrees.split(rows.subList(0, 10))).as("one day only").isEqualTo(5);
  }
}
