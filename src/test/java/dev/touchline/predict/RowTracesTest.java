/// What a trace says about rows agrees with what the predictor says about the same rows.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.props.ModelData;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.ModelVariant;
import dev.touchline.trace.TraceSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTracesTest {
  private static final int CHAINS = 4;
  private static final int DRAWS = 2_000;
  private static final List<Prop> PROPS = List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS);

  private final ModelMetadata metadata =
      TestModels.variant(TestModels.metadata(PROPS, 6, 4, 2), ModelVariant.TEAM, 3);
  private final TraceSource trace = TestModels.trace(metadata, CHAINS, DRAWS, 5);
  private final RowSet rows =
      new RowSet(
          List.of(
              row(102, Position.DEF, 20, 11, true, 90, 1, 3, 0),
              row(104, Position.MID, 22, 13, false, 23, 0, 1, 1),
              row(999, Position.FWD, 21, 12, true, 90, 0, 0, 0),
              row(101, Position.GKP, 99, 88, false, 60, 0, 0, 0)),
          List.of("f0", "f1"),
          new double[] {0.3, -0.2, 1.5, 0.4, 0.1, 0.1, -1, 2});
  private final ModelData data =
      new ModelData(
          PROPS,
          metadata.players(),
          metadata.opponents(),
          metadata.features(),
          new int[4],
          new int[4],
          new double[4],
          new double[4],
          new double[8],
          new int[] {1, 3, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0},
          ModelVariant.TEAM,
          metadata.teams(),
          new int[4],
          new int[6]);
  private final Predictor predictor = Predictor.of(metadata, trace, CHAINS * DRAWS);

  private static PlayerMatch row(
      long player,
      Position position,
      long team,
      long opponent,
      boolean home,
      int minutes,
      int goals,
      int shots,
      int cards) {
    return new PlayerMatch(
        1,
        LocalDate.of(2018, 7, 6),
        "x",
        player,
        "P",
        position,
        team,
        "T",
        opponent,
        "O",
        home,
        minutes,
        goals,
        shots,
        cards);
  }

  private PropPrediction predicted(int row, Prop prop) {
    PlayerMatch match = rows.rows().get(row);
    Map<String, Double> features = new LinkedHashMap<>();
    features.put("f0", rows.feature(row, 0));
    features.put("f1", rows.feature(row, 1));
    PropPrediction answer =
        predictor
            .predict(
                new PredictionRequest(
                    match.playerId(),
                    match.opponentId(),
                    match.wasHome(),
                    match.minutes(),
                    features,
                    match.position(),
                    match.teamId()),
                0.95)
            .props()
            .get(prop);
    assertThat(answer).isNotNull();
    return java.util.Objects.requireNonNull(answer);
  }

  /// Values of one row over all draws.
  private static double[] column(TraceSource source, String name, int row) {
    double[] values = new double[CHAINS * DRAWS];
    for (int chain = 0; chain < CHAINS; chain++) {
      double[] all = source.read(name, chain, 0, DRAWS);
      int rows = all.length / DRAWS;
      for (int draw = 0; draw < DRAWS; draw++) {
        values[chain * DRAWS + draw] = all[draw * rows + row];
      }
    }
    return values;
  }

  @Test
  void theMeanLikelihoodIsThePredictorsChanceOfTheCount() {
    TraceSource likelihood = RowTraces.logLikelihood(trace, data, rows);
    for (Prop prop : PROPS) {
      for (int row = 0; row < 2; row++) {
        double mean =
            Arrays.stream(column(likelihood, prop.key(), row)).map(Math::exp).average().orElse(0);
        int count = rows.rows().get(row).count(prop);
        assertThat(mean).isCloseTo(predicted(row, prop).pmf()[count], within(1e-12));
      }
    }
  }

  @Test
  void countsAreDrawnFromThePrediction() {
    TraceSource counts = RowTraces.posteriorPredictive(trace, data, rows, 3);
    for (Prop prop : PROPS) {
      for (int row = 0; row < rows.size(); row++) {
        PropPrediction expected = predicted(row, prop);
        double[] drawn = column(counts, "validation_" + prop.key(), row);
        // Five standard errors of 8,000 draws, and of the predictor's own 8,000 newcomers.
        assertThat(Arrays.stream(drawn).average().orElse(0))
            .as("%s of row %d", prop, row)
            .isCloseTo(expected.mean(), within(7 * expected.sd() / Math.sqrt(drawn.length)));
        double none = Arrays.stream(drawn).filter(y -> y == 0).count() / (double) drawn.length;
        assertThat(none).isCloseTo(expected.pmf()[0], within(0.03));
      }
    }
  }

  @Test
  void theSameSeedDrawsTheSameCountsInBlocksOfAnySize() {
    TraceSource counts = RowTraces.posteriorPredictive(trace, data, rows, 3);
    double[] whole = counts.read("validation_shots", 1, 0, 40);
    double[] later = counts.read("validation_shots", 1, 17, 10);
    assertThat(later).isEqualTo(Arrays.copyOfRange(whole, 17 * 4, 27 * 4));
    assertThat(
            RowTraces.posteriorPredictive(trace, data, rows, 4).read("validation_shots", 1, 0, 40))
        .isNotEqualTo(whole);
    assertThat(counts.stat("lp", 0)).isEmpty();
  }
}
