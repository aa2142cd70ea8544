/// Tests of the forecasts that a model is judged by.
package dev.touchline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.predict.TestModels;
import dev.touchline.props.ModelMetadata;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastsTest {
  private final ModelMetadata metadata =
      TestModels.metadata(List.of(Prop.GOALS, Prop.CARDS), 4, 3, 2);
  private final Predictor predictor =
      Predictor.of(metadata, TestModels.trace(metadata, 2, 100, 1), 200);

  private static PlayerMatch row(long player, int minutes, int cards) {
    return new PlayerMatch(
        7,
        LocalDate.of(2018, 7, 6),
        "world-cup-2018",
        player,
        "P",
        Position.FWD,
        1,
        "A",
        11,
        "B",
        true,
        minutes,
        0,
        3,
        cards);
  }

  @Test
  void rowsBecomeForecastsInOrder() {
    RowSet rows =
        new RowSet(
            List.of(row(102, 90, 1), row(555, 130, 0)),
            List.of("f0", "f1"),
            new double[] {0.1, 0.2, 0.3, 0.4});
    Map<Prop, List<Forecast>> forecasts = Forecasts.of(predictor, rows);
    assertThat(forecasts.keySet()).containsExactly(Prop.GOALS, Prop.CARDS);
    List<Forecast> cards = forecasts.get(Prop.CARDS);
    assertThat(cards).extracting(Forecast::observed).containsExactly(1, 0);
    assertThat(cards).extracting(Forecast::playerKnown).containsExactly(true, false);
    assertThat(cards.get(0).pmf())
        .isEqualTo(
            predictor
                .predict(
                    new PredictionRequest(102, 11, true, 90, Map.of("f0", 0.1, "f1", 0.2), null),
                    0.5)
                .props()
                .get(Prop.CARDS)
                .pmf());
    assertThat(predictor.unknownPlayers()).isEmpty();
  }

  @Test
  void otherFeaturesAreNamed() {
    RowSet rows =
        new RowSet(List.of(row(102, 90, 1)), List.of("f0", "height"), new double[] {1, 2});
    assertThatThrownBy(() -> Forecasts.of(predictor, rows)).hasMessageContaining("f1");
  }
}
