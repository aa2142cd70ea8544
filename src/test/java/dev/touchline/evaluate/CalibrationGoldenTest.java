/// Calibration against numbers computed with numpy, scipy and scikit-learn.
package dev.touchline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.touchline.football.Prop;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Golden numbers: src/test/resources/golden/evaluate/make_golden.py (sklearn's calibration_curve,
/// IsotonicRegression and brier_score_loss, scipy's nbinom, formulas in numpy).
class CalibrationGoldenTest {
  @Test
  void everyFigureIsTheGoldenOne() throws IOException {
    JsonObject golden;
    try (InputStream in =
        CalibrationGoldenTest.class.getResourceAsStream("/golden/evaluate/calibration.json")) {
      golden =
          JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .getAsJsonObject();
    }
    double size = golden.get("size").getAsDouble();
    JsonArray mean = golden.getAsJsonArray("mean");
    JsonArray observed = golden.getAsJsonArray("observed");
    JsonArray match = golden.getAsJsonArray("match");
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < mean.size(); i++) {
      forecasts.add(
          TestForecasts.forecast(
              match.get(i).getAsLong(),
              i,
              observed.get(i).getAsInt(),
              negativeBinomial(mean.get(i).getAsDouble(), size)));
    }
    for (JsonElement figures : golden.getAsJsonArray("figures")) {
      JsonObject expected = figures.getAsJsonObject();
      double line = expected.get("line").getAsDouble();
      PropCalibration actual =
          Calibration.standard()
              .judge(Map.of(Prop.SHOTS, forecasts), Map.of(Prop.SHOTS, line))
              .get(Prop.SHOTS);
      check(actual, expected);
    }
  }

  private static void check(PropCalibration actual, JsonObject expected) {
    assertThat(actual.rows()).isEqualTo(400);
    assertThat(actual.matches()).isEqualTo(20);
    close(actual.line(), expected, "line");
    close(actual.ece(), expected, "ece");
    close(actual.eceEqualMass(), expected, "ece_equal_mass");
    close(actual.eceDebiased(), expected, "ece_debiased");
    JsonObject brier = expected.getAsJsonObject("brier");
    close(actual.brier().score(), brier, "score");
    close(actual.brier().miscalibration(), brier, "miscalibration");
    close(actual.brier().discrimination(), brier, "discrimination");
    close(actual.brier().uncertainty(), brier, "uncertainty");
    close(actual.logScore(), expected, "log_score");
    close(actual.rps(), expected, "rps");
    for (int mass : new int[] {50, 80, 95}) {
      close(
          actual.coverage().get(mass),
          expected.getAsJsonObject("coverage"),
          Integer.toString(mass));
    }
    JsonArray pit = expected.getAsJsonArray("pit");
    for (int b = 0; b < 10; b++) {
      assertThat(actual.pit().get(b)).isCloseTo(pit.get(b).getAsDouble(), within(1e-7));
    }
    JsonArray bins = expected.getAsJsonArray("bins");
    assertThat(actual.bins()).hasSameSizeAs(bins);
    for (int b = 0; b < bins.size(); b++) {
      JsonObject bin = bins.get(b).getAsJsonObject();
      assertThat(actual.bins().get(b).n()).isEqualTo(bin.get("n").getAsInt());
      close(actual.bins().get(b).predicted(), bin, "predicted");
      close(actual.bins().get(b).observed(), bin, "observed");
    }
  }

  /// The pmf is cut where less than 1e-9 is left, which the golden one is not.
  private static void close(double actual, JsonObject expected, String name) {
    assertThat(actual).as(name).isCloseTo(expected.get(name).getAsDouble(), within(1e-8));
  }

  private static double[] negativeBinomial(double mean, double size) {
    List<Double> pmf = new ArrayList<>();
    double q = mean / (size + mean);
    double p = Math.pow(1 - q, size);
    double rest = 1;
    for (int y = 0; rest >= 1e-9; y++) {
      pmf.add(p);
      rest -= p;
      p *= q * (size + y) / (y + 1);
    }
    return pmf.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
