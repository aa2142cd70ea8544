/// The band of ranks against two other implementations, and p-values that are uniform.
package dev.touchline.sbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Source: golden/sbc/bands.json, made by make_golden.py beside it with ArviZ and with bayesplot,
/// the band's authors' own code.
class EcdfBandTest {
  private static JsonObject golden() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                EcdfBandTest.class.getResourceAsStream("/golden/sbc/bands.json")),
            StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, JsonObject.class);
    }
  }

  @Test
  void coverageEqualsArviz() throws IOException {
    for (JsonElement each : golden().getAsJsonArray("arviz")) {
      JsonObject row = each.getAsJsonObject();
      EcdfBand band = new EcdfBand(row.get("ranks").getAsInt(), row.get("values").getAsInt());
      assertThat(band.coverage(row.get("gamma").getAsDouble()))
          .as("%s", row)
          .isCloseTo(row.get("coverage").getAsDouble(), within(1e-10));
    }
  }

  /// Coverage is a step function of gamma: bayesplot takes the step that is nearest, this code the
  /// last that covers enough.
  @Test
  void gammaAndLimitsAgreeWithBayesplot() throws IOException {
    Gson gson = new Gson();
    for (JsonElement each : golden().getAsJsonArray("bayesplot")) {
      JsonObject row = each.getAsJsonObject();
      EcdfBand band = new EcdfBand(row.get("ranks").getAsInt(), row.get("values").getAsInt());
      double gamma = row.get("gamma").getAsDouble();
      double probability = row.get("probability").getAsDouble();
      assertThat(band.coverage(gamma)).isCloseTo(probability, within(0.004));
      double own = band.gamma(probability);
      assertThat(own / gamma).isBetween(0.85, 1.15);
      assertThat(band.coverage(own)).isGreaterThanOrEqualTo(probability);
      int[][] limits = band.limits(gamma);
      assertThat(limits[0]).isEqualTo(gson.fromJson(row.get("lower"), int[].class));
      // bayesplot mirrors the lower limits; where a quantile falls on a step it is one off.
      int[] upper = gson.fromJson(row.get("upper"), int[].class);
      for (int j = 0; j < upper.length; j++) {
        assertThat(limits[1][j]).isCloseTo(upper[j], within(1));
      }
    }
  }

  @Test
  void pValuesOfUniformRanksAreRarelySmallAndThoseOfOthersAlwaysAre() {
    SplittableRandom random = new SplittableRandom(3);
    EcdfBand band = new EcdfBand(80, 21);
    int below = 0;
    for (int run = 0; run < 200; run++) {
      int[] ranks = random.ints(80, 0, 21).toArray();
      double p = band.pValue(ranks);
      assertThat(p).isBetween(0.0, 1.0);
      below += p <= 0.2 ? 1 : 0;
    }
    // Binomial(200, 0.2): 40 ± 5.7.
    assertThat(below).isBetween(20, 60);
    int[] narrow = new int[80];
    int[] shifted = new int[80];
    for (int i = 0; i < 80; i++) {
      narrow[i] = 5 + random.nextInt(11);
      shifted[i] = Math.min(20, random.nextInt(21) + random.nextInt(11));
    }
    assertThat(band.pValue(narrow)).isLessThan(1e-4);
    assertThat(band.pValue(shifted)).isLessThan(1e-4);
  }
}
