/// Every statistic against ArviZ's numbers on committed chains.
package dev.touchline.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Source: golden/diagnose/chains.json, made by make_golden.py beside it with ArviZ 0.22.0.
class GoldenTest {
  private static final JsonObject GOLDEN = read();

  private record Case(String name, double[][] draws, JsonObject arviz) {
    double value(String statistic) {
      return Double.parseDouble(arviz.get(statistic).getAsString());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return GOLDEN.getAsJsonArray("cases").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            json ->
                new Case(
                    json.get("name").getAsString(),
                    new Gson().fromJson(json.get("draws"), double[][].class),
                    json.getAsJsonObject("arviz")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rhatEqualsArviz(Case golden) {
    double rhat = Rhat.rank(golden.draws);
    if (golden.name.equals("all_stuck_apart")) {
      // Each chain stands still: the truth is infinite, ArviZ's 3e15 is its rounding.
      assertThat(rhat).isGreaterThan(1e6);
    } else {
      same(rhat, golden.value("rhat"), 1e-10);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void essEqualsArviz(Case golden) {
    same(Ess.bulk(golden.draws), golden.value("ess_bulk"), 1e-9);
    same(Ess.tail(golden.draws), golden.value("ess_tail"), 1e-9);
    same(Ess.mean(golden.draws), golden.value("ess_mean"), 1e-9);
    same(Ess.sd(golden.draws), golden.value("ess_sd"), 1e-9);
    same(Ess.quantile(golden.draws, 0.1), golden.value("ess_quantile_10"), 1e-9);
    same(Ess.quantile(golden.draws, 0.5), golden.value("ess_median"), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mcseEqualsArviz(Case golden) {
    same(Mcse.mean(golden.draws), golden.value("mcse_mean"), 1e-9);
    same(Mcse.sd(golden.draws), golden.value("mcse_sd"), 1e-8);
    same(Mcse.quantile(golden.draws, 0.1), golden.value("mcse_quantile_10"), 1e-9);
    same(Mcse.quantile(golden.draws, 0.9), golden.value("mcse_quantile_90"), 1e-9);
    same(Mcse.quantile(golden.draws, 0.5), golden.value("mcse_median"), 1e-9);
    Diagnosis diagnosis = new Diagnosis().load(golden.draws);
    same(diagnosis.mean(), golden.value("mean"), 1e-10);
    same(diagnosis.sd(), golden.value("sd"), 1e-10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ebfmiEqualsArviz(Case golden) {
    List<JsonElement> expected = golden.arviz.getAsJsonArray("bfmi").asList();
    for (int chain = 0; chain < expected.size(); chain++) {
      same(
          Ebfmi.of(golden.draws[chain]),
          Double.parseDouble(expected.get(chain).getAsString()),
          1e-9);
    }
  }

  @Test
  void oneScratchServesScalarsOfAnySizeInAnyOrder() {
    Diagnosis reused = new Diagnosis();
    for (int round = 0; round < 2; round++) {
      cases()
          .forEach(
              golden -> {
                reused.load(golden.draws);
                assertThat(Double.compare(reused.essTail(), Ess.tail(golden.draws))).isZero();
                assertThat(Double.compare(reused.rhat(), Rhat.rank(golden.draws))).isZero();
                assertThat(Double.compare(reused.essBulk(), Ess.bulk(golden.draws))).isZero();
                assertThat(Double.compare(reused.mcseSd(), Mcse.sd(golden.draws))).isZero();
              });
    }
  }

  @Test
  void autocorrelationEqualsArviz() {
    JsonObject golden = GOLDEN.getAsJsonObject("autocorrelation");
    double[] draws = new Gson().fromJson(golden.get("draws"), double[].class);
    double[] expected = new Gson().fromJson(golden.get("arviz"), double[].class);
    assertThat(Autocorrelation.of(draws, 40)).containsExactly(expected, within(1e-12));
    double[] all = Autocorrelation.of(draws, 1_000);
    assertThat(all).hasSize(draws.length);
    assertThat(all[120]).isCloseTo(slowAutocorrelation(draws, 120), within(1e-12));
    assertThat(all[249]).isCloseTo(slowAutocorrelation(draws, 249), within(1e-12));
  }

  @Test
  void quantilesEqualScipy() {
    for (JsonElement row : GOLDEN.getAsJsonArray("normal_quantile")) {
      JsonArray numbers = row.getAsJsonArray();
      same(NormalQuantile.of(numbers.get(0).getAsDouble()), numbers.get(1).getAsDouble(), 1e-14);
    }
    for (JsonElement row : GOLDEN.getAsJsonArray("beta_quantile")) {
      JsonArray numbers = row.getAsJsonArray();
      same(
          BetaQuantile.of(
              numbers.get(0).getAsDouble(),
              numbers.get(1).getAsDouble(),
              numbers.get(2).getAsDouble()),
          numbers.get(3).getAsDouble(),
          1e-10);
    }
  }

  private static double slowAutocorrelation(double[] x, int lag) {
    double mean = java.util.Arrays.stream(x).average().orElseThrow();
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < x.length; i++) {
      bottom += (x[i] - mean) * (x[i] - mean);
      top += i + lag < x.length ? (x[i] - mean) * (x[i + lag] - mean) : 0;
    }
    return top / bottom;
  }

  private static void same(double actual, double expected, double relative) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(relative * Math.max(1e-3, Math.abs(expected))));
    }
  }

  private static JsonObject read() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                GoldenTest.class.getResourceAsStream("/golden/diagnose/chains.json")),
            StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, JsonObject.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
