/// Tests of the predictor's behaviour.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.fault.Fault;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.PropProblem;
import dev.touchline.trace.TraceSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {
  private static final List<Prop> ALL = List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS);
  private final ModelMetadata metadata = TestModels.metadata(ALL, 9, 5, 4);
  private final TraceSource trace = TestModels.trace(metadata, 4, 100, 7);
  private final Predictor predictor = Predictor.of(metadata, trace, 200);

  @Test
  void keepsTheSamplesAskedFor() {
    assertThat(predictor.samples()).isEqualTo(200);
    assertThat(predictor.warnings()).isEmpty();
    assertThat(predictor.metadata()).isEqualTo(metadata);
  }

  @Test
  void fewerDrawsThanSamplesAreAllUsedAndSaid() {
    try (Predictor all = Predictor.of(metadata, trace, 1000)) {
      assertThat(all.samples()).isEqualTo(400);
      assertThat(all.warnings()).singleElement().asString().contains("400");
    }
  }

  @Test
  void thinsEvenlyOverChainsAndWithinThem() {
    int[][] kept = Thinning.of(3, 100, 10);
    assertThat(kept[0]).containsExactly(12, 37, 62, 87);
    assertThat(kept[1]).containsExactly(16, 50, 83);
    assertThat(kept[2]).containsExactly(16, 50, 83);
    assertThat(Thinning.of(2, 5, 10)[1]).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void whySumsToTheMeanLogRate() {
    // With one sample the rate is known exactly, so its logarithm is the sum of the parts.
    try (Predictor one = Predictor.of(metadata, trace, 1)) {
      Prediction prediction = one.predict(TestModels.request(metadata, 2, 1, 45), 0.9);
      prediction
          .props()
          .values()
          .forEach(
              p ->
                  assertThat(p.why().values().stream().mapToDouble(Double::doubleValue).sum())
                      .isCloseTo(Math.log(p.mean()), within(1e-12)));
    }
  }

  @Test
  void pmfMeanAndSdAgree() {
    for (int player = 0; player < 9; player++) {
      Prediction prediction =
          predictor.predict(TestModels.request(metadata, player, player % 5, 90), 0.95);
      for (PropPrediction p : prediction.props().values()) {
        double sum = 0;
        double mean = 0;
        double square = 0;
        for (int y = 0; y < p.pmf().length; y++) {
          sum += p.pmf()[y];
          mean += y * p.pmf()[y];
          square += (double) y * y * p.pmf()[y];
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(p.mean()).isCloseTo(mean, within(1e-7));
        assertThat(p.sd()).isCloseTo(Math.sqrt(square - mean * mean), within(1e-6));
        assertThat(p.over(0.5)).isCloseTo(1 - p.pmf()[0], within(1e-15));
        assertThat(p.ciLow()).isLessThan(p.mean()).isPositive();
        assertThat(p.ciHigh()).isGreaterThan(p.mean());
      }
    }
  }

  @Test
  void noMinutesNoCounts() {
    PropPrediction shots = shots(predictor.predict(TestModels.request(metadata, 0, 0, 0), 0.95));
    assertThat(shots.pmf()).containsExactly(1);
    assertThat(shots.mean()).isZero();
    assertThat(shots.sd()).isZero();
    assertThat(shots.ciHigh()).isZero();
    assertThat(shots.predictiveHigh()).isZero();
    assertThat(shots.over(0.5)).isZero();
  }

  @Test
  void ratesGrowWithMinutes() {
    double full = shots(predictor.predict(TestModels.request(metadata, 0, 0, 90), 0.9)).mean();
    double third = shots(predictor.predict(TestModels.request(metadata, 0, 0, 30), 0.9)).mean();
    assertThat(third).isCloseTo(full / 3, within(1e-12));
  }

  @Test
  void unknownPlayerIsTheLeagueAverageAndWider() {
    Prediction unknown = predictor.predict(unknown(999, Position.FWD), 0.95);
    assertThat(unknown.playerKnown()).isFalse();
    assertThat(unknown.opponentKnown()).isTrue();
    assertThat(unknown.warnings()).singleElement().asString().contains("999", "FWD");
    // Player 0 is a forward: with the same question the population is wider than he.
    PropPrediction known = shots(predictor.predict(TestModels.request(metadata, 0, 0, 90), 0.95));
    PropPrediction population = shots(unknown);
    assertThat(population.ciHigh() / population.ciLow())
        .isGreaterThan(1.5 * known.ciHigh() / known.ciLow());
  }

  @Test
  void unknownPlayersHaveTheMeanOfThePopulation() {
    // E exp(α + γ + v + σ ε) with ε ~ N(0, 1) is exp(α + γ + v + σ² / 2), averaged over draws.
    ModelMetadata plain = TestModels.metadata(ALL, 4, 1, 0);
    TraceSource source = TestModels.trace(plain, 4, 1000, 3);
    try (Predictor many = Predictor.of(plain, source, 4000)) {
      for (Position position : Position.values()) {
        Prediction prediction =
            many.predict(new PredictionRequest(-1, 10, false, 90, Map.of(), position), 0.95);
        for (int k = 0; k < 3; k++) {
          double expected = 0;
          for (int chain = 0; chain < 4; chain++) {
            double[] alpha = source.read("alpha", chain, 0, 1000);
            double[] gamma = source.read("position_effect", chain, 0, 1000);
            double[] opponent = source.read("opponent_effect", chain, 0, 1000);
            double[] sd = source.read("player_sd", chain, 0, 1000);
            for (int d = 0; d < 1000; d++) {
              double s = sd[d * 3 + k];
              expected +=
                  Math.exp(
                          alpha[d * 3 + k]
                              + gamma[d * 12 + position.ordinal() * 3 + k]
                              + opponent[d * 3 + k]
                              + s * s / 2)
                      / 4000;
            }
          }
          PropPrediction prop = prediction.props().get(ALL.get(k));
          assertThat(prop.mean()).isCloseTo(expected, within(0.01 * expected));
          assertThat(prop.why().get("player")).isCloseTo(0, within(0.01));
        }
      }
    }
  }

  @Test
  void unknownPositionMixesThePositionsAsInTraining() {
    ModelMetadata plain = TestModels.metadata(ALL, 4, 1, 0);
    try (Predictor many = Predictor.of(plain, TestModels.trace(plain, 4, 1000, 3), 4000)) {
      double mixed = 0;
      for (Position position : Position.values()) {
        mixed +=
            plain.positionWeights().get(position.ordinal())
                * shots(
                        many.predict(
                            new PredictionRequest(-1, 10, false, 90, Map.of(), position), 0.95))
                    .mean();
      }
      PropPrediction unknown =
          shots(many.predict(new PredictionRequest(-1, 10, false, 90, Map.of(), null), 0.95));
      assertThat(unknown.mean()).isCloseTo(mixed, within(0.01 * mixed));
    }
  }

  @Test
  void unknownOpponentIsTheAverageOpponent() {
    Prediction prediction =
        predictor.predict(
            new PredictionRequest(100, 77, true, 90, TestModels.features(metadata, 0.1), null),
            0.95);
    assertThat(prediction.playerKnown()).isTrue();
    assertThat(prediction.opponentKnown()).isFalse();
    assertThat(prediction.warnings()).singleElement().asString().contains("77");
    assertThat(shots(prediction).why().get("opponent")).isCloseTo(0, within(0.03));
  }

  @Test
  void countsUnknownPlayersById() {
    predictor.predict(unknown(999, null), 0.95);
    predictor.predictBatch(List.of(unknown(999, null), unknown(5, null)), 0.95);
    predictor.predictPlayer(100, 10, true, TestModels.features(metadata, 0.1));
    assertThat(predictor.unknownPlayers()).isEqualTo(Map.of(5L, 1L, 999L, 2L));
    predictor.predictPlayed(List.of(unknown(6, null)), 0.95);
    assertThat(predictor.unknownPlayers()).hasSize(2);
  }

  @Test
  void missingFeatureIsNamed() {
    Map<String, Double> features = new HashMap<>(TestModels.features(metadata, 0.1));
    features.remove("f2");
    assertData(features, "f2", "missing");
  }

  @Test
  void extraFeatureIsNamed() {
    Map<String, Double> features = new HashMap<>(TestModels.features(metadata, 0.1));
    features.put("height", 1.9);
    assertData(features, "height", "no feature");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void nonFiniteFeatureIsNamed(double value) {
    Map<String, Double> features = new HashMap<>(TestModels.features(metadata, 0.1));
    features.put("f1", value);
    assertData(features, "f1", Double.toString(value));
  }

  @Test
  void absurdFeatureIsNamedInsteadOfAnAbsurdAnswer() {
    Map<String, Double> features = new HashMap<>(TestModels.features(metadata, 0.1));
    double sign =
        Math.signum(
            shots(predictor.predictPlayer(100, 10, true, features)).why().get("feature:f3"));
    features.put("f3", sign * 1e6);
    assertData(features, "f3", "goals");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 120.5, Double.NaN, Double.POSITIVE_INFINITY})
  void impossibleMinutesAreNamed(double minutes) {
    assertThatThrownBy(() -> predictor.predict(TestModels.request(metadata, 0, 0, minutes), 0.95))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
              assertThat(fault).hasMessageContaining(Double.toString(minutes));
            });
  }

  @Test
  void stoppageTimeIsAllowedInMatchesPlayed() {
    List<PredictionRequest> long130 = List.of(TestModels.request(metadata, 0, 0, 130));
    assertThat(predictor.predictPlayed(long130, 0.95)).hasSize(1);
    assertThatThrownBy(() -> predictor.predictBatch(long130, 0.95)).hasMessageContaining("130");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
  void impossibleIntervalsAreNamed(double interval) {
    assertThatThrownBy(() -> predictor.predict(TestModels.request(metadata, 0, 0, 90), interval))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
              assertThat(fault).hasMessageContaining(Double.toString(interval));
            });
  }

  @Test
  void batchEqualsSinglesInOrder() {
    List<PredictionRequest> requests = new ArrayList<>();
    for (int i = 0; i < 333; i++) {
      requests.add(
          i % 50 == 49
              ? unknown(1000 + i, null)
              : TestModels.request(metadata, i % 9, i % 6, i % 121));
    }
    List<Prediction> batch = predictor.predictBatch(requests, 0.9);
    assertThat(batch).hasSameSizeAs(requests);
    for (int i = 0; i < requests.size(); i++) {
      assertThat(batch.get(i)).isEqualTo(predictor.predict(requests.get(i), 0.9));
    }
    assertThat(predictor.predictBatch(List.of(), 0.9)).isEmpty();
  }

  @Test
  void largeBatchesEqualSinglesToTwelveDigits() {
    List<PredictionRequest> requests = new ArrayList<>();
    for (int i = 0; i < Predictor.VECTOR_BATCH; i++) {
      requests.add(TestModels.request(metadata, i % 9, i % 6, i % 121));
    }
    List<Prediction> batch = predictor.predictBatch(requests, 0.9);
    for (int i = 0; i < requests.size(); i += 7) {
      Prediction single = predictor.predict(requests.get(i), 0.9);
      for (Prop prop : predictor.props()) {
        PropPrediction expected = single.props().get(prop);
        PropPrediction actual = batch.get(i).props().get(prop);
        assertThat(actual.mean()).isEqualTo(expected.mean(), within(1e-12 * expected.mean()));
        assertThat(actual.sd()).isEqualTo(expected.sd(), within(1e-12 * expected.sd()));
        assertThat(actual.ciLow()).isEqualTo(expected.ciLow(), within(1e-12 * expected.ciLow()));
        assertThat(actual.ciHigh()).isEqualTo(expected.ciHigh(), within(1e-12 * expected.ciHigh()));
        assertThat(actual.predictiveHigh()).isEqualTo(expected.predictiveHigh());
        assertThat(actual.pmf()).containsExactly(expected.pmf(), within(1e-12));
        assertThat(actual.why()).isEqualTo(expected.why());
      }
    }
  }

  @Test
  void batchNamesTheInvalidRequest() {
    List<PredictionRequest> requests =
        List.of(TestModels.request(metadata, 0, 0, 90), TestModels.request(metadata, 0, 0, 900));
    assertThatThrownBy(() -> predictor.predictBatch(requests, 0.9))
        .hasMessageContaining("Request 2")
        .hasMessageContaining("900");
  }

  @Test
  void manyThreadsGetTheSameAnswers() throws Exception {
    PredictionRequest request = TestModels.request(metadata, 3, 2, 77);
    Prediction expected = predictor.predict(request, 0.8);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      long id = 5000 + t % 2;
      tasks.add(
          () -> {
            int equal = 0;
            for (int i = 0; i < 200; i++) {
              predictor.predict(unknown(id, null), 0.8);
              equal += predictor.predict(request, 0.8).equals(expected) ? 1 : 0;
            }
            return equal;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> future : threads.invokeAll(tasks)) {
        assertThat(future.get()).isEqualTo(200);
      }
    }
    assertThat(predictor.unknownPlayers()).isEqualTo(Map.of(5000L, 800L, 5001L, 800L));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void modelsOfFewerPropsAnswerTheirOwn(int k) {
    List<Prop> props = ALL.subList(1, 1 + k);
    ModelMetadata few = TestModels.metadata(props, 3, 2, 1);
    try (Predictor own = Predictor.of(few, TestModels.trace(few, 2, 50, 1), 100)) {
      Prediction prediction = own.predict(TestModels.request(few, 1, 1, 90), 0.95);
      assertThat(prediction.props().keySet()).containsExactlyElementsOf(props);
      Prediction stranger =
          own.predict(
              new PredictionRequest(0, 0, false, 90, TestModels.features(few, 1), null), 0.95);
      assertThat(stranger.warnings()).hasSize(2);
      assertThat(stranger.props()).hasSize(k);
    }
  }

  @Test
  void quantilesAreThoseOfSortedNumbers() {
    java.util.SplittableRandom random = new java.util.SplittableRandom(4);
    for (int n : new int[] {1, 2, 3, 10, 999, 1000}) {
      double[] values = random.doubles(n).map(x -> Math.exp(6 * x * x)).toArray();
      values[n / 2] = values[0]; // a tie
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double mean = Arrays.stream(values).average().orElseThrow();
      for (double sd : new double[] {0, mean / 10, mean, 1e9}) {
        for (boolean vectors : new boolean[] {false, PropProblem.vectorsServe()}) {
          Quantiles quantiles = new Quantiles(n, vectors);
          for (double tail : new double[] {0, 0.001, 0.025, 0.3, 0.499}) {
            quantiles.load(values, n, mean, sd, tail);
            assertThat(quantiles.low()).isEqualTo(quantile(sorted, tail), within(1e-12));
            assertThat(quantiles.high()).isEqualTo(quantile(sorted, 1 - tail), within(1e-12));
          }
        }
      }
    }
  }

  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int rank = (int) place;
    double next = sorted[Math.min(rank + 1, sorted.length - 1)];
    return sorted[rank] + (place - rank) * (next - sorted[rank]);
  }

  @Test
  void exponentialsAreRight() {
    for (double bound : new double[] {0.1, 8, 9, 33, 64, 65, 700}) {
      double[] z = new double[1001];
      for (int i = 0; i < z.length; i++) {
        z[i] = bound * (i - 500) / 500;
      }
      double[] out = new double[z.length];
      Exponential.of(z, -1, bound, out, z.length);
      for (int i = 0; i < z.length; i++) {
        assertThat(out[i]).isCloseTo(Math.exp(-z[i]), within(2e-13 * Math.exp(-z[i])));
      }
    }
  }

  private PredictionRequest unknown(long id, @Nullable Position position) {
    return new PredictionRequest(id, 10, true, 90, TestModels.features(metadata, 0.1), position);
  }

  private void assertData(Map<String, Double> features, String name, String text) {
    Fault fault =
        catchThrowableOfType(Fault.class, () -> predictor.predictPlayer(100, 10, true, features));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
    assertThat(fault).hasMessageContaining(name).hasMessageContaining(text);
    assertThat(fault.details()).containsEntry("field", name);
  }

  private static PropPrediction shots(Prediction prediction) {
    PropPrediction shots = prediction.props().get(Prop.SHOTS);
    assertThat(shots).isNotNull();
    return shots;
  }
}
