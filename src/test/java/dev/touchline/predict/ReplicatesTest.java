/// Replicated data sets have the rates that the predictor gives.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReplicatesTest {
  private static final List<Prop> PROPS = List.of(Prop.values());
  private final ModelMetadata metadata = TestModels.metadata(PROPS, 6, 4, 2);
  private final TraceSource trace = TestModels.trace(metadata, 2, 2_000, 5);

  private static RowSet rows(long player, int n) {
    List<PlayerMatch> rows = new ArrayList<>();
    double[] features = new double[2 * n];
    for (int i = 0; i < n; i++) {
      rows.add(
          new PlayerMatch(
              i,
              LocalDate.of(2018, 7, 6),
              "world-cup-2018",
              player,
              "P",
              Position.MID,
              1,
              "T",
              11,
              "O",
              true,
              90,
              0,
              0,
              0));
      features[2 * i] = 0.3;
      features[2 * i + 1] = -0.2;
    }
    return new RowSet(rows, List.of("f0", "f1"), features);
  }

  @Test
  void meansAreThePredictorsAndRowsOfAPlayerShareHisEffect() {
    RowSet rows = rows(102, 12);
    Replicates replicates = Replicates.of(trace, metadata, rows, 4_000, 9);
    assertThat(replicates.count()).isEqualTo(4_000);
    Prediction prediction =
        Predictor.of(metadata, trace, 4_000)
            .predictPlayer(102, 11, true, Map.of("f0", 0.3, "f1", -0.2));
    for (Prop prop : PROPS) {
      int[][] counts = Objects.requireNonNull(replicates.counts().get(prop));
      double mean =
          Arrays.stream(counts).mapToDouble(c -> Arrays.stream(c).sum()).average().orElseThrow()
              / 12;
      PropPrediction expected = Objects.requireNonNull(prediction.props().get(prop));
      assertThat(mean).isCloseTo(expected.mean(), within(0.06 * expected.mean() + 0.01));
      // The sum of 12 rows varies as 12 Poissons and 12² times the rate's own variance.
      double variance =
          Arrays.stream(counts)
              .mapToDouble(c -> Math.pow(Arrays.stream(c).sum() - 12 * mean, 2))
              .average()
              .orElseThrow();
      double ofRate = expected.sd() * expected.sd() - expected.mean();
      assertThat(variance / (12 * mean + 144 * ofRate)).isBetween(0.8, 1.25);
    }
  }

  @Test
  void thePriorIsWiderThanAnyPosterior() {
    Replicates prior = Replicates.prior(metadata, rows(102, 12), 500, 9);
    int[][] counts = Objects.requireNonNull(prior.counts().get(Prop.GOALS));
    double[] sums =
        Arrays.stream(counts).mapToDouble(c -> Arrays.stream(c).sum()).sorted().toArray();
    assertThat(sums[25]).isLessThanOrEqualTo(1);
    assertThat(sums[475]).isGreaterThan(100);
    assertThat(Replicates.prior(metadata, rows(102, 12), 500, 9).counts().get(Prop.GOALS))
        .isDeepEqualTo(counts);
  }
}
