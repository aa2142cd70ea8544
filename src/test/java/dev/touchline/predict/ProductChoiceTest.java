/// Tests of the products of features and slopes.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.Prop;
import dev.touchline.predict.FeatureProducts.Block;
import dev.touchline.props.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductChoiceTest {
  private static final List<Prop> ALL = List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS);

  private static PosteriorCache cache(int features) {
    ModelMetadata metadata = TestModels.metadata(ALL, 2, 2, features);
    return CacheLoader.load(metadata, TestModels.trace(metadata, 2, 30, 5), "test", 60);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 9, 40})
  void bothKindsGiveTheSums(int features) {
    PosteriorCache cache = cache(features);
    double[] x = new SplittableRandom(2).doubles(7L * features, -2, 2).toArray();
    for (FeatureProducts products : List.of(new PlainProducts(cache), new MatrixProducts(cache))) {
      try (Block block = products.block(x, 7)) {
        double[] target = new double[60];
        for (int row = 0; row < 7; row++) {
          for (int k = 0; k < 3; k++) {
            block.read(row, k, target);
            for (int s = 0; s < 60; s++) {
              double sum = 0;
              for (int j = 0; j < features; j++) {
                sum += x[row * features + j] * cache.beta()[k][j][s];
              }
              assertThat(target[s]).isCloseTo(sum, within(1e-13 * features));
            }
          }
        }
      }
    }
  }

  @Test
  void aLargeBatchOfManyFeaturesEqualsSingles() {
    ModelMetadata metadata = TestModels.metadata(ALL, 9, 5, 64);
    try (Predictor predictor = Predictor.of(metadata, TestModels.trace(metadata, 2, 50, 1), 50)) {
      List<PredictionRequest> requests = new ArrayList<>();
      for (int i = 0; i < (1 << 21) / 64; i++) {
        requests.add(
            new PredictionRequest(
                100 + i % 9,
                10 + i % 5,
                i % 2 == 0,
                90,
                TestModels.features(metadata, 1e-5 * (i % 700)),
                null));
      }
      List<Prediction> batch = predictor.predictBatch(requests, 0.9);
      for (int i = 0; i < requests.size(); i += 997) {
        Prediction single = predictor.predict(requests.get(i), 0.9);
        for (Prop prop : ALL) {
          PropPrediction expected = single.props().get(prop);
          PropPrediction actual = batch.get(i).props().get(prop);
          assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-12 * expected.mean()));
          assertThat(actual.ciLow()).isCloseTo(expected.ciLow(), within(1e-12 * expected.mean()));
          assertThat(actual.pmf()).containsExactly(expected.pmf(), within(1e-12));
          assertThat(actual.why()).isEqualTo(expected.why());
        }
      }
    }
  }

  @Test
  void theLibraryIsLoadedOnceAndOnlyWhenItPays() {
    FeatureProducts plain = new PlainProducts(cache(1));
    FeatureProducts matrix = new PlainProducts(cache(1));
    AtomicInteger loads = new AtomicInteger();
    ProductChoice choice =
        new ProductChoice(
            plain,
            () -> {
              loads.incrementAndGet();
              return matrix;
            },
            64);
    assertThat(choice.of(1)).isSameAs(plain);
    assertThat(choice.of(1000)).isSameAs(plain);
    assertThat(loads).hasValue(0);
    assertThat(choice.of(100_000)).isSameAs(matrix);
    assertThat(choice.of(1000)).isSameAs(matrix);
    assertThat(choice.of(10)).isSameAs(plain);
    assertThat(loads).hasValue(1);
    assertThat(new ProductChoice(plain, () -> matrix, 4).of(10_000_000)).isSameAs(plain);
  }

  @Test
  void withoutTheLibraryPlainJavaServes() {
    FeatureProducts plain = new PlainProducts(cache(1));
    ProductChoice choice =
        new ProductChoice(
            plain,
            () -> {
              throw new UnsatisfiedLinkError("no jnind4jcpu");
            },
            64);
    assertThat(choice.of(100_000)).isSameAs(plain);
    assertThat(choice.of(100_000)).isSameAs(plain);
  }
}
