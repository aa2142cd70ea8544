/// Tests of the comparison and its verdict.
package dev.touchline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.evaluate.ComparisonResult.Difference;
import dev.touchline.evaluate.ComparisonResult.Verdict;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static ComparisonResult compare(List<Forecast> single, List<Forecast> multi) {
    return Comparison.standard()
        .compare(Map.of(Prop.SHOTS, single), Map.of(Prop.SHOTS, multi), Map.of());
  }

  @Test
  void aModelAgainstItselfDiffersNowhere() {
    List<Forecast> forecasts = TestForecasts.simulated(20, 1.3, 1, 1);
    ComparisonResult result = compare(forecasts, forecasts);
    assertThat(result.ratio()).isEqualTo(1);
    assertThat(result.ruleHolds()).isTrue();
    assertThat(result.limit()).isEqualTo(1.10);
    assertThat(result.averageEceDifference()).isEqualTo(new Difference(0, 0, 0));
    assertThat(result.props().get(Prop.SHOTS).logScore()).isEqualTo(new Difference(0, 0, 0));
    // The excess over the limit is −0.1 · ECE, surely negative here.
    assertThat(result.verdict()).isEqualTo(Verdict.USE_MULTI_TASK);
    assertThat(result.sentence()).startsWith("Use multi-task").contains("holds");
  }

  @Test
  void aClearlyBetterMultiTaskModelIsUsed() {
    ComparisonResult result =
        compare(TestForecasts.simulated(40, 1.8, 1, 1), TestForecasts.simulated(40, 1, 1, 1));
    assertThat(result.verdict()).isEqualTo(Verdict.USE_MULTI_TASK);
    assertThat(result.averageEceDifference().high()).isNegative();
    assertThat(result.props().get(Prop.SHOTS).logScore().high()).isNegative();
    assertThat(result.props().get(Prop.SHOTS).rps().high()).isNegative();
  }

  @Test
  void aClearlyWorseOneNeedsTheFullComparison() {
    ComparisonResult result =
        compare(TestForecasts.simulated(40, 1, 1, 1), TestForecasts.simulated(40, 1.8, 1, 1));
    assertThat(result.verdict()).isEqualTo(Verdict.NEED_FULL_COMPARISON);
    assertThat(result.ruleHolds()).isFalse();
    assertThat(result.ratio()).isGreaterThan(1.1);
    assertThat(result.sentence()).startsWith("Need full comparison").contains("fails");
  }

  @Test
  void fewMatchesCannotTell() {
    ComparisonResult result =
        compare(TestForecasts.simulated(4, 1, 0.8, 1), TestForecasts.simulated(4, 1, 1.2, 1));
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.sentence()).startsWith("Inconclusive").contains("[");
  }

  @Test
  void oneMatchCannotTell() {
    ComparisonResult result =
        compare(TestForecasts.simulated(1, 2, 1, 1), TestForecasts.simulated(1, 1, 1, 1));
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.averageEceDifference().low()).isNaN();
  }

  @Test
  void saysWhereCalibrationAndLogScorePointInOppositeDirections() {
    Difference excess = new Difference(-0.01, -0.02, -0.001);
    Difference log = new Difference(0.02, 0.01, 0.03);
    assertThat(Comparison.sentence(Verdict.INCONCLUSIVE, true, 0.01, 0.02, excess, log))
        .startsWith("Inconclusive")
        .endsWith("the two point in opposite directions, so look at each prop.");
    Difference unsure = new Difference(-0.01, -0.02, 0.01);
    assertThat(Comparison.sentence(Verdict.INCONCLUSIVE, true, 0.01, 0.02, unsure, log))
        .endsWith("these matches cannot tell.");
  }

  @ParameterizedTest
  @CsvSource({
    // rule, excess low, high, log score low, high, verdict
    "true, -0.02, 0, -1, 1, USE_MULTI_TASK",
    "false, 0.001, 0.02, -1, 1, NEED_FULL_COMPARISON",
    "true, -0.02, 0, 0.01, 0.03, INCONCLUSIVE",
    "true, -0.02, 0, -0.01, 0.03, USE_MULTI_TASK",
    "false, 0.001, 0.02, -0.03, -0.01, INCONCLUSIVE",
    "false, 0.001, 0.02, -0.03, 0.01, NEED_FULL_COMPARISON",
    "true, -0.02, 0.01, -0.03, -0.01, USE_MULTI_TASK",
    "false, -0.01, 0.02, -0.03, -0.01, INCONCLUSIVE",
    "false, -0.01, 0.02, 0.01, 0.03, NEED_FULL_COMPARISON",
    "true, -0.02, 0.01, 0.01, 0.03, INCONCLUSIVE",
    "true, -0.02, 0.01, -0.01, 0.01, INCONCLUSIVE",
    "true, NaN, NaN, NaN, NaN, INCONCLUSIVE",
  })
  void theVerdictFollowsItsRule(
      boolean holds, double low, double high, double logLow, double logHigh, Verdict verdict) {
    assertThat(
            Comparison.verdict(
                holds, new Difference(0, low, high), new Difference(0, logLow, logHigh)))
        .isEqualTo(verdict);
  }

  @Test
  void averagesOverThePropsAndPairsThem() {
    Map<Prop, List<Forecast>> single =
        Map.of(
            Prop.GOALS, TestForecasts.simulated(20, 1.5, 1, 1),
            Prop.SHOTS, TestForecasts.simulated(20, 1.1, 1, 2));
    Map<Prop, List<Forecast>> multi =
        Map.of(
            Prop.GOALS, TestForecasts.simulated(20, 1.2, 1, 1),
            Prop.SHOTS, TestForecasts.simulated(20, 1.3, 1, 2));
    ComparisonResult result = Comparison.standard().compare(single, multi, Map.of());
    assertThat(result.multiEce())
        .isCloseTo(
            (result.props().get(Prop.GOALS).multi().ece()
                    + result.props().get(Prop.SHOTS).multi().ece())
                / 2,
            within(1e-15));
    assertThat(result.ratio()).isCloseTo(result.multiEce() / result.singleEce(), within(1e-15));
    assertThat(result.props().keySet()).containsExactly(Prop.GOALS, Prop.SHOTS);
    Difference log = result.props().get(Prop.GOALS).logScore();
    assertThat(log.low()).isLessThan(log.value());
    assertThat(log.high()).isGreaterThan(log.value());
    // Paired: far narrower than the spread of either side's own score.
    assertThat(log.high() - log.low()).isLessThan(0.1);
  }

  @Test
  void theLogScoreIntervalCoversTheTruth() {
    // The truth: the difference on 30 times as many matches.
    double truth =
        compare(TestForecasts.simulated(900, 1.2, 1, 77), TestForecasts.simulated(900, 1, 1, 77))
            .props()
            .get(Prop.SHOTS)
            .logScore()
            .value();
    int covered = 0;
    for (int run = 0; run < 60; run++) {
      Difference log =
          compare(
                  TestForecasts.simulated(30, 1.2, 1, 100 + run),
                  TestForecasts.simulated(30, 1, 1, 100 + run))
              .props()
              .get(Prop.SHOTS)
              .logScore();
      covered += log.low() <= truth && truth <= log.high() ? 1 : 0;
    }
    // 57 of 60 expected; 50 or fewer has a chance below 1 in 400 at 95 %.
    assertThat(covered).isGreaterThan(50);
  }

  @Test
  void otherRowsAreAFault() {
    List<Forecast> all = TestForecasts.simulated(4, 1, 1, 1);
    List<Forecast> fewer = all.subList(0, 100);
    assertMismatch(Map.of(Prop.SHOTS, all), Map.of(Prop.SHOTS, fewer), "112 and 100 rows");
    assertMismatch(Map.of(Prop.SHOTS, all), Map.of(Prop.CARDS, all), "cards");
    assertMismatch(Map.of(), Map.of(), "[]");
    List<Forecast> swapped = new java.util.ArrayList<>(all);
    java.util.Collections.swap(swapped, 3, 4);
    assertMismatch(Map.of(Prop.SHOTS, all), Map.of(Prop.SHOTS, swapped), "row 4");
  }

  private static void assertMismatch(
      Map<Prop, List<Forecast>> single, Map<Prop, List<Forecast>> multi, String text) {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> Comparison.standard().compare(single, multi, Map.of()));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
    assertThat(fault).hasMessageContaining(text);
  }
}
