/// Paired scores against closed forms.
package dev.touchline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PairedScoresTest {
  /// Ten matches of four rows, of which each match's first row has one event.
  private static List<Forecast> constant(double chance) {
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      forecasts.add(TestForecasts.forecast(i / 4, i, i % 4 == 0 ? 1 : 0, 1 - chance, chance));
    }
    return forecasts;
  }

  private static Map<String, Map<Prop, List<Forecast>>> both(
      List<Forecast> one, List<Forecast> other) {
    Map<String, Map<Prop, List<Forecast>>> forecasts = new LinkedHashMap<>();
    forecasts.put("one", Map.of(Prop.SHOTS, one));
    forecasts.put("other", Map.of(Prop.SHOTS, other));
    return forecasts;
  }

  private static ModelScores of(Map<String, Map<Prop, ModelScores>> judged, String model) {
    return Objects.requireNonNull(Objects.requireNonNull(judged.get(model)).get(Prop.SHOTS));
  }

  @Test
  void differencesOfConstantForecastsHaveClosedForms() {
    Map<String, Map<Prop, ModelScores>> judged =
        new PairedScores(200, 1).judge(both(constant(0.25), constant(0.5)), "one", Map.of());
    ModelScores self = of(judged, "one");
    assertThat(self.logScore()).isEqualTo(new ComparisonResult.Difference(0, 0, 0));
    assertThat(self.ece()).isEqualTo(new ComparisonResult.Difference(0, 0, 0));
    ModelScores other = of(judged, "other");
    double log = Math.log(2) + 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25);
    assertThat(other.logScore().value()).isCloseTo(log, within(1e-12));
    // All matches are alike, so that no resample differs.
    assertThat(other.logScore().low()).isCloseTo(log, within(1e-12));
    assertThat(other.logScore().high()).isCloseTo(log, within(1e-12));
    // Brier: 1/4 against 3/16; RPS of a 0/1 count is the Brier score; ECE 1/4 against 0.
    assertThat(other.brier().value()).isCloseTo(0.25 - 0.1875, within(1e-12));
    assertThat(other.rps().value()).isCloseTo(0.25 - 0.1875, within(1e-12));
    assertThat(other.ece().value()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void thePerfectForecastersDebiasedEceIsSmallButNotZero() {
    List<Forecast> forecasts = TestForecasts.simulated(60, 1, 1, 5);
    ModelScores figures =
        of(new PairedScores(200, 1).judge(both(forecasts, forecasts), "one", Map.of()), "other");
    assertThat(figures.perfectDebiased()).isBetween(0.001, 0.02);
    assertThat(figures.perfectDebiased()).isLessThan(figures.scores().ecePerfect());
  }

  @Test
  void theBetterForecasterIsToldApart() {
    List<Forecast> right = TestForecasts.simulated(80, 1, 1, 7);
    List<Forecast> flat = TestForecasts.simulated(80, 1, 0, 7);
    ComparisonResult.Difference difference =
        of(new PairedScores(300, 1).judge(both(right, flat), "one", Map.of()), "other").logScore();
    assertThat(difference.low()).isPositive();
    assertThat(difference.value()).isBetween(difference.low(), difference.high());
    assertThat(new PairedScores(300, 1).logScore(Prop.SHOTS, flat, right)).isEqualTo(difference);
  }

  @Test
  void theCumulativeDifferenceEndsAtTheSumOfAll() {
    List<Forecast> one = constant(0.25);
    List<Forecast> other = constant(0.5);
    List<CumulativePoint> points = new PairedScores(200, 1).cumulative(Prop.SHOTS, other, one);
    // The test's rows are all of one day.
    assertThat(points).hasSize(1);
    double log = Math.log(2) + 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25);
    CumulativePoint last = points.getLast();
    assertThat(last.matches()).isEqualTo(10);
    assertThat(last.rows()).isEqualTo(40);
    assertThat(last.value()).isCloseTo(40 * log, within(1e-10));
    assertThat(last.low()).isCloseTo(40 * log, within(1e-10));
  }

  @Test
  void othersRowsAndUnknownNamesAreFaults() {
    List<Forecast> one = constant(0.25);
    PairedScores paired = new PairedScores(20, 1);
    assertThatThrownBy(() -> paired.judge(both(one, one.subList(0, 36)), "one", Map.of()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("40 and 36 rows");
    assertThatThrownBy(() -> paired.judge(both(one, one), "none", Map.of()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("none");
  }
}
