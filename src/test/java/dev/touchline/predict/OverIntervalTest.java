/// Intervals of the probability that a count exceeds a line.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverIntervalTest {
  private static final double[] LINES = {0, 0.5, 1, 1.5, 2.5, 7.5};
  private static final MinutesForecast MINUTES =
      new MinutesForecast(new double[] {15, 80}, new double[] {0.3, 0.7});

  private final ModelMetadata metadata = TestModels.metadata(List.of(Prop.values()), 5, 4, 2);

  private Predictor predictor(int samples) {
    return Predictor.of(metadata, TestModels.trace(metadata, 2, 100, 3), samples);
  }

  private static PropPrediction certain(double rate) {
    return new PropPrediction(
        Prop.SHOTS, rate, 0, rate, rate, 0, 0, new double[] {1}, Map.of(), List.of());
  }

  /// The library's distribution function is that of the incomplete gamma function.
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.01, 0.4, 1, 2.5, 8, 60})
  void theEndsAreThoseOfPoissonCounts(double rate) {
    for (double line : LINES) {
      double expected = 1 - new PoissonDistribution(rate).cumulativeProbability((int) line);
      assertThat(certain(rate).overLow(line)).isCloseTo(expected, within(1e-12));
      assertThat(certain(rate).overHigh(line)).isEqualTo(certain(rate).overLow(line));
    }
  }

  @Test
  void rareCountsKeepTheirDigits() {
    // P(Y > 2) of a rate r is r³/6 · (1 − 3r/4 + …)
    assertThat(certain(1e-6).overLow(2.5) / (1e-18 / 6)).isCloseTo(1, within(1e-5));
    assertThat(certain(0).overHigh(0.5)).isZero();
  }

  /// With one sample nothing is uncertain, and the interval is the probability itself.
  @Test
  void oneSampleHasNoWidth() {
    Predictor predictor = predictor(1);
    for (PropPrediction p : asked(predictor)) {
      for (double line : LINES) {
        assertThat(p.overLow(line)).isCloseTo(p.over(line), within(1e-8));
        assertThat(p.overHigh(line)).isCloseTo(p.over(line), within(1e-8));
      }
    }
  }

  @Test
  void manySamplesHaveOne() {
    for (PropPrediction p : asked(predictor(200))) {
      for (double line : LINES) {
        assertThat(p.over(line)).isStrictlyBetween(p.overLow(line), p.overHigh(line));
      }
    }
  }

  /// Shots for known minutes and for minutes that are not known.
  private List<PropPrediction> asked(Predictor predictor) {
    PredictionRequest request = TestModels.request(metadata, 1, 2, 70);
    Map<Prop, PropPrediction> known = predictor.predict(request, 0.9).props();
    Map<Prop, PropPrediction> mixed =
        MinutesMixture.predict(predictor, request, MINUTES, 0.9).props();
    return List.of(known.get(Prop.SHOTS), mixed.get(Prop.SHOTS));
  }
}
