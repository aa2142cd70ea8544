/// Predictions for minutes that are not known are averages over those for minutes that are.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.ModelVariant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinutesMixtureTest {
  private static final MinutesForecast HALF =
      new MinutesForecast(new double[] {20, 90}, new double[] {0.25, 0.75});

  private static PropPrediction shots(Prediction prediction) {
    return Objects.requireNonNull(prediction.props().get(Prop.SHOTS));
  }

  private static ModelMetadata metadata(ModelVariant variant) {
    return TestModels.variant(TestModels.metadata(List.of(Prop.values()), 5, 4, 2), variant, 3);
  }

  private static Predictor predictor(ModelMetadata metadata) {
    return Predictor.of(metadata, TestModels.trace(metadata, 2, 100, 3), 200);
  }

  @ParameterizedTest
  @EnumSource(ModelVariant.class)
  void countsAreThoseOfTheMixture(ModelVariant variant) {
    ModelMetadata metadata = metadata(variant);
    Predictor predictor = predictor(metadata);
    PropPrediction early = shots(predictor.predict(TestModels.request(metadata, 1, 2, 20), 0.9));
    PropPrediction late = shots(predictor.predict(TestModels.request(metadata, 1, 2, 90), 0.9));
    Prediction prediction =
        MinutesMixture.predict(predictor, TestModels.request(metadata, 1, 2, 45), HALF, 0.9);
    PropPrediction mixed = shots(prediction);
    assertThat(prediction.request().minutes()).isEqualTo(72.5);
    assertThat(Arrays.stream(mixed.pmf()).sum()).isCloseTo(1, within(1e-8));
    double mean = 0;
    double square = 0;
    for (int y = 0; y < mixed.pmf().length; y++) {
      double p =
          0.25 * (y < early.pmf().length ? early.pmf()[y] : 0)
              + 0.75 * (y < late.pmf().length ? late.pmf()[y] : 0);
      assertThat(mixed.pmf()[y]).isCloseTo(p, within(1e-15));
      mean += y * p;
      square += (double) y * y * p;
    }
    assertThat(mixed.mean()).isCloseTo(mean, within(1e-6));
    assertThat(mixed.sd()).isCloseTo(Math.sqrt(square - mean * mean), within(1e-5));
    assertThat(mixed.why().get("minutes"))
        .isCloseTo(
            Math.log(
                0.25 * Math.exp(early.why().get("minutes"))
                    + 0.75 * Math.exp(late.why().get("minutes"))),
            within(1e-12));
    assertThat(mixed.why().get("player")).isEqualTo(late.why().get("player"));
  }

  /// Counts in proportion to minutes: the mean rate is that of the mean minutes, the spread of
  /// counts is wider.
  @Test
  void inTheReferenceTheRateIsThatOfTheMeanMinutes() {
    ModelMetadata metadata = metadata(ModelVariant.REFERENCE);
    Predictor predictor = predictor(metadata);
    PropPrediction mixed =
        shots(MinutesMixture.predict(predictor, TestModels.request(metadata, 1, 2, 1), HALF, 0.9));
    PropPrediction mean = shots(predictor.predict(TestModels.request(metadata, 1, 2, 72.5), 0.9));
    assertThat(mixed.mean()).isCloseTo(mean.mean(), within(1e-12));
    assertThat(mixed.ciLow()).isCloseTo(mean.ciLow(), within(1e-12));
    assertThat(mixed.ciHigh()).isCloseTo(mean.ciHigh(), within(1e-12));
    assertThat(mixed.sd()).isGreaterThan(mean.sd());
    assertThat(mixed.why().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(
            mean.why().values().stream().mapToDouble(Double::doubleValue).sum(), within(1e-12));
  }

  @Test
  void certainMinutesAreThoseMinutes() {
    ModelMetadata metadata = metadata(ModelVariant.TEAM);
    Predictor predictor = predictor(metadata);
    var certain = new MinutesForecast(new double[] {20, 64}, new double[] {0, 1});
    PropPrediction mixed =
        shots(
            MinutesMixture.predict(predictor, TestModels.request(metadata, 1, 2, 9), certain, 0.9));
    PropPrediction plain = shots(predictor.predict(TestModels.request(metadata, 1, 2, 64), 0.9));
    assertThat(mixed.mean()).isEqualTo(plain.mean());
    assertThat(mixed.ciHigh()).isEqualTo(plain.ciHigh());
    assertThat(mixed.predictiveHigh()).isEqualTo(plain.predictiveHigh());
    assertThat(mixed.sd()).isCloseTo(plain.sd(), within(1e-12));
  }
}
