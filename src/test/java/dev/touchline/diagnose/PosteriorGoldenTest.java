/// Every statistic against those of R's posterior on the same committed chains.
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Source: golden/diagnose/posterior.json, made by make_posterior.R beside it with posterior 1.4.0.
///
/// Where the two references differ, Touchline follows ArviZ, which [GoldenTest] holds: chains
/// shorter than ten draws (posterior caps or refuses them) and chains that stand still apart.
/// Touchline's own: one chain has no R-hat, infinite draws have no diagnostics at all.
class PosteriorGoldenTest {
  private static final Set<String> OTHERWISE =
      Set.of("all_stuck_apart", "four_draws", "five_draws", "seven_draws", "nine_draws");

  private record Case(String name, double[][] draws, JsonObject posterior) {
    double value(String statistic) {
      String text = posterior.get(statistic).getAsString();
      return text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static JsonObject read(String name) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                PosteriorGoldenTest.class.getResourceAsStream("/golden/diagnose/" + name)),
            StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, JsonObject.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double[][] draws(JsonArray chains) {
    List<double[]> draws = new ArrayList<>();
    for (JsonElement chain : chains) {
      draws.add(
          chain.getAsJsonArray().asList().stream()
              .mapToDouble(
                  x ->
                      switch (x.getAsString()) {
                        case "Inf" -> Double.POSITIVE_INFINITY;
                        case "NA" -> Double.NaN;
                        default -> x.getAsDouble();
                      })
              .toArray());
    }
    return draws.toArray(double[][]::new);
  }

  static Stream<Case> cases() {
    Map<String, double[][]> chains = new LinkedHashMap<>();
    for (JsonElement json : read("chains.json").getAsJsonArray("cases")) {
      JsonObject one = json.getAsJsonObject();
      chains.put(one.get("name").getAsString(), draws(one.getAsJsonArray("draws")));
    }
    return read("posterior.json").getAsJsonArray("cases").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            json -> {
              String name = json.get("name").getAsString();
              return new Case(
                  name,
                  Objects.requireNonNull(chains.get(name)),
                  json.getAsJsonObject("posterior"));
            })
        .filter(golden -> !OTHERWISE.contains(golden.name));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyStatisticEqualsPosterior(Case golden) {
    double[][] draws = golden.draws;
    if (draws.length > 1) {
      same(Rhat.rank(draws), golden.value("rhat"));
    }
    same(Ess.bulk(draws), golden.value("ess_bulk"));
    same(Ess.tail(draws), golden.value("ess_tail"));
    same(Ess.mean(draws), golden.value("ess_mean"));
    same(Ess.quantile(draws, 0.1), golden.value("ess_quantile_10"));
    same(Ess.quantile(draws, 0.5), golden.value("ess_median"));
    same(Mcse.mean(draws), golden.value("mcse_mean"));
    same(Mcse.quantile(draws, 0.1), golden.value("mcse_quantile_10"));
    same(Mcse.quantile(draws, 0.5), golden.value("mcse_median"));
    same(Mcse.quantile(draws, 0.9), golden.value("mcse_quantile_90"));
  }

  @Test
  void seventeenOfThePlantedCasesAreCompared() {
    assertThat(cases()).hasSize(17);
  }

  @Test
  void degenerateDrawsHaveNoDiagnosticsHereAndHardlyAnyThere() {
    List<JsonElement> degenerate = read("posterior.json").getAsJsonArray("degenerate").asList();
    assertThat(degenerate).hasSize(3);
    for (JsonElement each : degenerate) {
      JsonObject json = each.getAsJsonObject();
      Case golden =
          new Case(
              json.get("name").getAsString(),
              draws(json.getAsJsonArray("draws")),
              json.getAsJsonObject("posterior"));
      assertThat(golden.value("ess_tail")).isNaN();
      assertThat(golden.value("mcse_mean")).isNaN();
      for (double own :
          new double[] {
            Rhat.rank(golden.draws),
            Ess.bulk(golden.draws),
            Ess.tail(golden.draws),
            Ess.mean(golden.draws),
            Ess.sd(golden.draws),
            Ess.quantile(golden.draws, 0.1),
            Mcse.mean(golden.draws),
            Mcse.sd(golden.draws),
            Mcse.quantile(golden.draws, 0.5),
          }) {
        assertThat(own).as(golden.name).isNaN();
      }
    }
  }

  private static void same(double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
    }
  }
}
