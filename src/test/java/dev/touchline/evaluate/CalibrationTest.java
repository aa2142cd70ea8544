/// Tests of calibration by closed forms and simulation.
package dev.touchline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static PropCalibration judge(List<Forecast> forecasts) {
    PropCalibration judged =
        Calibration.standard().judge(Map.of(Prop.SHOTS, forecasts), Map.of()).get(Prop.SHOTS);
    assertThat(judged).isNotNull();
    return judged;
  }

  @Test
  void aConstantForecastHasClosedForms() {
    // P(Y = 0, 1, 2) = 0.6, 0.3, 0.1 for ten rows: seven zeros, two ones, one two.
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      forecasts.add(TestForecasts.forecast(i, i, i < 7 ? 0 : i < 9 ? 1 : 2, 0.6, 0.3, 0.1));
    }
    PropCalibration judged = judge(forecasts);
    // Predicted 0.4, observed 0.3: one bin, gap 0.1; recalibrated everywhere to 0.3.
    assertThat(judged.ece()).isCloseTo(0.1, within(1e-12));
    assertThat(judged.bins()).hasSize(1);
    assertThat(judged.bins().getFirst().n()).isEqualTo(10);
    assertThat(judged.brier().uncertainty()).isCloseTo(0.21, within(1e-12));
    assertThat(judged.brier().discrimination()).isCloseTo(0, within(1e-12));
    assertThat(judged.brier().miscalibration()).isCloseTo(0.01, within(1e-12));
    assertThat(judged.brier().score()).isCloseTo(0.22, within(1e-12));
    assertThat(judged.logScore())
        .isCloseTo(-(7 * Math.log(0.6) + 2 * Math.log(0.3) + Math.log(0.1)) / 10, within(1e-12));
    // F = 0.6, 0.9, 1: a zero costs 0.4² + 0.1², a one 0.6² + 0.1², a two 0.6² + 0.9².
    assertThat(judged.rps()).isCloseTo((7 * 0.17 + 2 * 0.37 + 1.17) / 10, within(1e-12));
    // Zeros lie on [0, 0.6], ones on [0.6, 0.9], twos on [0.9, 1]; the central half is [0.25,
    // 0.75].
    assertThat(judged.coverage().get(50))
        .isCloseTo((7 * 0.35 / 0.6 + 2 * 0.15 / 0.3) / 10, within(1e-12));
    assertThat(judged.pit().getFirst()).isCloseTo(10 * 0.7 * 0.1 / 0.6, within(1e-12));
    assertThat(judged.pit().getLast()).isCloseTo(1, within(1e-12));
  }

  @Test
  void isotonicRegressionPoolsTiesAndViolators() {
    List<Forecast> forecasts = new ArrayList<>();
    double[] p = {0.1, 0.2, 0.2, 0.3, 0.4, 0.8};
    int[] y = {0, 1, 0, 0, 1, 1};
    for (int i = 0; i < p.length; i++) {
      forecasts.add(TestForecasts.forecast(i, i, y[i], 1 - p[i], p[i]));
    }
    // 0.2 pools to 1/2, which 0.3's 0 violates: 1/3 for the three.
    assertThat(Corp.recalibrated(Events.of(Prop.SHOTS, forecasts, 0.5)))
        .containsExactly(new double[] {0, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1, 1}, within(1e-12));
  }

  @Test
  void theBrierSplitAddsUp() {
    PropCalibration.Brier brier = judge(TestForecasts.simulated(10, 1.4, 0.8, 3)).brier();
    assertThat(brier.miscalibration() - brier.discrimination() + brier.uncertainty())
        .isCloseTo(brier.score(), within(1e-12));
    assertThat(brier.miscalibration()).isPositive();
    assertThat(brier.discrimination()).isPositive();
  }

  @Test
  void aPerfectForecasterLooksLikeOne() {
    double ece = 0;
    double perfect = 0;
    double inBand = 0;
    double bins = 0;
    double half = 0;
    double debiased = 0;
    int runs = 40;
    for (int run = 0; run < runs; run++) {
      PropCalibration judged = judge(TestForecasts.simulated(20, 1, 1, run));
      ece += judged.ece() / runs;
      perfect += judged.ecePerfect() / runs;
      debiased += judged.eceDebiased() / runs;
      half += judged.coverage().get(50) / runs;
      bins += judged.bins().size();
      inBand +=
          judged.bins().stream()
              .filter(b -> b.bandLow() <= b.observed() && b.observed() <= b.bandHigh())
              .count();
    }
    // The mean over 40 forecasters of 560 rows; sd of one ECE is about 0.008.
    assertThat(ece).isCloseTo(perfect, within(0.004));
    assertThat(debiased).isLessThan(ece);
    assertThat(half).isCloseTo(0.5, within(0.015));
    assertThat(inBand / bins).isBetween(0.92, 0.99);
  }

  @Test
  void theIntervalCoversTheBinnedErrorOfABadForecaster() {
    // The truth: the same forecaster's ECE on 40 times as many matches.
    double truth = judge(TestForecasts.simulated(3200, 1.5, 1, 999)).ece();
    int covered = 0;
    for (int run = 0; run < 60; run++) {
      PropCalibration judged = judge(TestForecasts.simulated(80, 1.5, 1, 5000 + run));
      assertThat(judged.eceLow()).isLessThanOrEqualTo(judged.ece());
      assertThat(judged.eceHigh()).isGreaterThanOrEqualTo(judged.ece());
      covered += judged.eceLow() <= truth && truth <= judged.eceHigh() ? 1 : 0;
    }
    // 57 of 60 expected; 50 or fewer has a chance below 1 in 400 at 95 %.
    assertThat(covered).isGreaterThan(50);
  }

  @Test
  void sameSeedSameFigures() {
    List<Forecast> forecasts = TestForecasts.simulated(10, 1.6, 1, 4);
    assertThat(judge(forecasts)).isEqualTo(judge(forecasts));
    PropCalibration other =
        new Calibration(1000, 2).judge(Map.of(Prop.SHOTS, forecasts), Map.of()).get(Prop.SHOTS);
    assertThat(other.ece()).isEqualTo(judge(forecasts).ece());
    assertThat(other.eceHigh()).isNotEqualTo(judge(forecasts).eceHigh());
  }

  @Test
  void rowsOfOneMatchCountAsOne() {
    // The same 280 rows as 10 and as 280 matches: dependence widens nothing here, since the rows
    // are
    // independent, but ten clusters of identical rows carry the information of ten.
    List<Forecast> clustered = new ArrayList<>();
    List<Forecast> apart = new ArrayList<>();
    List<Forecast> some = TestForecasts.simulated(1, 1.6, 1, 8);
    for (int i = 0; i < 280; i++) {
      Forecast source = some.get(i / 28);
      clustered.add(TestForecasts.forecast(i / 28, i, source.observed(), source.pmf()));
      apart.add(TestForecasts.forecast(i, i, source.observed(), source.pmf()));
    }
    PropCalibration wide = judge(clustered);
    PropCalibration narrow = judge(apart);
    assertThat(wide.ece()).isEqualTo(narrow.ece());
    assertThat(wide.matches()).isEqualTo(10);
    assertThat(wide.eceHigh() - wide.eceLow()).isGreaterThan(narrow.eceHigh() - narrow.eceLow());
  }

  @Test
  void oneMatchHasNoInterval() {
    PropCalibration judged = judge(TestForecasts.simulated(1, 1, 1, 4));
    assertThat(judged.eceLow()).isNaN();
    assertThat(judged.eceHigh()).isNaN();
    assertThat(judged.ece()).isFinite();
  }

  @Test
  void aCountBeyondThePmfCostsMuchButNotEverything() {
    PropCalibration judged =
        judge(
            List.of(TestForecasts.forecast(1, 1, 9, 0.9, 0.1), TestForecasts.forecast(2, 2, 0, 1)));
    assertThat(judged.logScore()).isCloseTo(-Math.log(1e-12) / 2, within(1e-9));
    assertThat(judged.rps()).isCloseTo((0.81 + 8) / 2, within(1e-12));
    assertThat(judged.pit()).allSatisfy(height -> assertThat(height).isFinite());
  }

  @Test
  void linesAreJudgedApart() {
    List<Forecast> forecasts = TestForecasts.simulated(10, 1.2, 1, 4);
    PropCalibration at2 =
        Calibration.standard()
            .judge(Map.of(Prop.SHOTS, forecasts), Map.of(Prop.SHOTS, 2.5))
            .get(Prop.SHOTS);
    assertThat(at2.line()).isEqualTo(2.5);
    assertThat(at2.ece()).isNotEqualTo(judge(forecasts).ece());
    assertThat(at2.logScore()).isEqualTo(judge(forecasts).logScore());
  }

  @Test
  void nothingToJudgeAndImpossibleLinesAreFaults() {
    Fault none =
        catchThrowableOfType(
            Fault.class,
            () -> Calibration.standard().judge(Map.of(Prop.CARDS, List.of()), Map.of()));
    assertThat(none.kind()).isEqualTo(Fault.Kind.DATA);
    assertThat(none).hasMessageContaining("cards");
    for (double line : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      List<Forecast> some = TestForecasts.simulated(1, 1, 1, 4);
      Fault wrong =
          catchThrowableOfType(
              Fault.class,
              () ->
                  Calibration.standard().judge(Map.of(Prop.SHOTS, some), Map.of(Prop.SHOTS, line)));
      assertThat(wrong.kind()).isEqualTo(Fault.Kind.USAGE);
    }
  }

  @Test
  void theGateAveragesAndNamesWhatIsAbove() {
    Map<Prop, PropCalibration> judged =
        Calibration.standard()
            .judge(
                Map.of(
                    Prop.SHOTS, TestForecasts.simulated(20, 2, 1, 4),
                    Prop.CARDS, TestForecasts.simulated(20, 1, 1, 4)),
                Map.of());
    double[] eces = judged.values().stream().mapToDouble(PropCalibration::ece).toArray();
    assertThat(CalibrationGate.averageEce(judged))
        .isCloseTo(Arrays.stream(eces).sum() / 2, within(1e-15));
    assertThat(CalibrationGate.above(judged)).containsExactly(Prop.SHOTS);
    assertThat(CalibrationGate.averageEce(Map.of())).isNaN();
    assertThat(CalibrationGate.holds(judged)).isFalse();
  }
}
