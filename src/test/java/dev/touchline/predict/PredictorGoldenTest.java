/// Predictions against numbers computed with numpy and scipy.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.InMemoryTrace;
import dev.touchline.trace.TraceSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Golden numbers: src/test/resources/golden/predict/make_golden.py (numpy, scipy.stats.poisson).
class PredictorGoldenTest {
  private static final double RELATIVE = 1e-12;
  private static final List<Prop> ALL = List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS);
  private static final Gson GSON = new Gson();

  private final JsonObject golden = read();
  private final ModelMetadata metadata =
      TestModels.metadata(
          ALL,
          List.of(Position.FWD, Position.DEF, Position.MID),
          2,
          GSON.fromJson(golden.get("mean"), double[].class),
          GSON.fromJson(golden.get("sd"), double[].class));

  @Test
  void everyFigureIsTheGoldenOne() {
    TraceSchema schema = TestModels.schema(metadata);
    Map<String, double[][]> values = new LinkedHashMap<>();
    golden
        .getAsJsonObject("posterior")
        .entrySet()
        .forEach(e -> values.put(e.getKey(), GSON.fromJson(e.getValue(), double[][].class)));
    try (Predictor predictor =
        Predictor.of(
            metadata,
            new InMemoryTrace(
                schema,
                golden.get("chains").getAsInt(),
                golden.get("draws").getAsInt(),
                values,
                Map.of()),
            80)) {
      JsonArray questions = golden.getAsJsonArray("questions");
      assertThat(questions).hasSize(5);
      for (JsonElement question : questions) {
        check(predictor, question.getAsJsonObject());
      }
    }
  }

  private void check(Predictor predictor, JsonObject question) {
    Map<String, Double> features = new LinkedHashMap<>();
    for (JsonElement value : question.getAsJsonArray("features")) {
      features.put("f" + features.size(), value.getAsDouble());
    }
    Prediction prediction =
        predictor.predict(
            new PredictionRequest(
                100 + question.get("player_index").getAsInt(),
                10 + question.get("opponent_index").getAsInt(),
                question.get("home").getAsInt() == 1,
                question.get("minutes").getAsDouble(),
                features,
                null),
            question.get("interval").getAsDouble());
    assertThat(prediction.playerKnown()).isTrue();
    assertThat(prediction.opponentKnown()).isTrue();
    assertThat(prediction.warnings()).isEmpty();
    assertThat(prediction.props().keySet()).containsExactlyElementsOf(ALL);
    for (Prop prop : ALL) {
      check(
          prediction.props().get(prop),
          question.getAsJsonObject("answers").getAsJsonObject(prop.key()));
    }
  }

  private static void check(PropPrediction actual, JsonObject expected) {
    // scipy's own mean and sd come from the pmf, to about 1e-13.
    close(actual.mean(), expected, "mean");
    assertThat(actual.sd()).isCloseTo(expected.get("sd").getAsDouble(), within(1e-9));
    close(actual.ciLow(), expected, "ci_low");
    close(actual.ciHigh(), expected, "ci_high");
    assertThat(actual.predictiveLow()).isEqualTo(expected.get("predictive_low").getAsInt());
    assertThat(actual.predictiveHigh()).isEqualTo(expected.get("predictive_high").getAsInt());
    double[] pmf = GSON.fromJson(expected.get("pmf"), double[].class);
    assertThat(actual.pmf()).hasSameSizeAs(pmf);
    for (int y = 0; y < pmf.length; y++) {
      assertThat(actual.pmf()[y]).isCloseTo(pmf[y], within(RELATIVE * pmf[y] + 1e-15));
    }
    JsonObject why = expected.getAsJsonObject("why");
    assertThat(actual.why().keySet()).containsExactlyElementsOf(why.keySet());
    actual
        .why()
        .forEach(
            (part, value) ->
                assertThat(value)
                    .as(part)
                    .isCloseTo(why.get(part).getAsDouble(), within(RELATIVE)));
  }

  private static void close(double actual, JsonObject expected, String name) {
    double value = expected.get(name).getAsDouble();
    assertThat(actual).as(name).isCloseTo(value, within(RELATIVE * Math.abs(value)));
  }

  private static JsonObject read() {
    try (InputStream in =
        PredictorGoldenTest.class.getResourceAsStream("/golden/predict/predictions.json")) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
