/// Predictions of models with an exponent on minutes and own teams' effects, written down term by
/// term.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.ModelVariant;
import dev.touchline.trace.TraceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariantPredictionTest {
  private static final int CHAINS = 2;
  private static final int DRAWS = 60;
  private static final List<Prop> PROPS = List.of(Prop.values());

  private static ModelMetadata metadata(ModelVariant variant) {
    return TestModels.variant(TestModels.metadata(PROPS, 5, 4, 3), variant, 3);
  }

  @ParameterizedTest
  @EnumSource(ModelVariant.class)
  void rateAndReasonsAreTheReadableOnes(ModelVariant variant) {
    ModelMetadata metadata = metadata(variant);
    TraceSource trace = TestModels.trace(metadata, CHAINS, DRAWS, 17);
    Predictor predictor = Predictor.of(metadata, trace, CHAINS * DRAWS);
    PredictionRequest request = request(metadata, 2, 23, 1L + 20);
    Prediction answer = predictor.predict(request, 0.9);
    assertThat(answer.teamKnown()).isEqualTo(variant.teamEffects());
    assertThat(answer.warnings()).isEmpty();
    for (int k = 0; k < PROPS.size(); k++) {
      double[] logRates = logRates(metadata, trace, request, k, 2, 1);
      double mean = 0;
      double none = 0;
      double level = 0;
      for (double logRate : logRates) {
        mean += Math.exp(logRate) / logRates.length;
        none += Math.exp(-Math.exp(logRate)) / logRates.length;
        level += logRate / logRates.length;
      }
      PropPrediction prop = Objects.requireNonNull(answer.props().get(PROPS.get(k)));
      assertThat(prop.mean()).isCloseTo(mean, within(1e-12 * mean));
      assertThat(prop.pmf()[0]).isCloseTo(none, within(1e-12));
      List<String> parts = new ArrayList<>(List.of("league", "home", "position", "player"));
      parts.add("opponent");
      if (variant.teamEffects()) {
        parts.add("team");
      }
      parts.addAll(List.of("feature:f0", "feature:f1", "feature:f2", "minutes"));
      assertThat(prop.why().keySet()).containsExactlyElementsOf(parts);
      assertThat(prop.why().values().stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(level, within(1e-12));
      double exponent = variant.freeExponent() ? mean(trace, "minutes_exponent", k) : 1;
      assertThat(prop.why().get("minutes"))
          .isCloseTo(exponent * Math.log(23 / 90.0), within(1e-12));
    }
  }

  @Test
  void theTeamIsHisLastOneWhereNoneIsNamed() {
    ModelMetadata metadata = metadata(ModelVariant.TEAM);
    TraceSource trace = TestModels.trace(metadata, CHAINS, DRAWS, 17);
    Predictor predictor = Predictor.of(metadata, trace, CHAINS * DRAWS);
    Prediction silent = predictor.predict(request(metadata, 2, 90, null), 0.9);
    Prediction named =
        predictor.predict(request(metadata, 2, 90, metadata.playerTeams().get(2)), 0.9);
    assertThat(silent.props()).isEqualTo(named.props());
    assertThat(silent.teamKnown()).isTrue();
    assertThat(predictor.predict(request(metadata, 2, 90, 20L), 0.9).props())
        .isNotEqualTo(named.props());
  }

  @Test
  void anUnknownTeamIsTheAverageOneWithAWarningAndASpread() {
    ModelMetadata metadata = metadata(ModelVariant.TEAM);
    TraceSource trace = TestModels.trace(metadata, CHAINS, DRAWS, 17);
    Predictor predictor = Predictor.of(metadata, trace, CHAINS * DRAWS);
    Prediction unknown = predictor.predict(request(metadata, 2, 90, 77L), 0.9);
    assertThat(unknown.teamKnown()).isFalse();
    assertThat(unknown.warnings()).singleElement().asString().contains("Team 77");
    PropPrediction shots = Objects.requireNonNull(unknown.props().get(Prop.SHOTS));
    assertThat(shots.why().get("team")).isCloseTo(0, within(0.02));
    PropPrediction known =
        Objects.requireNonNull(
            predictor.predict(request(metadata, 2, 90, 20L), 0.9).props().get(Prop.SHOTS));
    assertThat(Math.log(shots.ciHigh() / shots.ciLow()))
        .isGreaterThan(1.5 * Math.log(known.ciHigh() / known.ciLow()));
    Prediction newcomer =
        predictor.predict(
            new PredictionRequest(
                PredictionRequest.NEW_PLAYER,
                10,
                true,
                90,
                request(metadata, 0, 90, null).features(),
                null),
            0.9);
    assertThat(newcomer.warnings()).anyMatch(warning -> warning.contains("No team of the player"));
  }

  @Test
  void noMinutesGiveNoCounts() {
    ModelMetadata metadata = metadata(ModelVariant.TEAM);
    Predictor predictor =
        Predictor.of(metadata, TestModels.trace(metadata, CHAINS, DRAWS, 17), CHAINS * DRAWS);
    assertThat(predictor.predict(request(metadata, 2, 0, null), 0.9).props().values())
        .allSatisfy(prop -> assertThat(prop.pmf()).containsExactly(1));
  }

  private static PredictionRequest request(
      ModelMetadata metadata,
      int player,
      double minutes,
      @org.jspecify.annotations.Nullable Long team) {
    return new PredictionRequest(
        100 + player, 11, true, minutes, TestModels.features(metadata, 0.3), null, team);
  }

  /// ln λ of every draw: a ln(minutes / 90) + α + η + x·β + u + v + w.
  private static double[] logRates(
      ModelMetadata metadata,
      TraceSource trace,
      PredictionRequest request,
      int k,
      int player,
      int team) {
    double[] logRates = new double[CHAINS * DRAWS];
    for (int chain = 0; chain < CHAINS; chain++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        double exponent =
            metadata.variant().freeExponent()
                ? trace.read("minutes_exponent", chain, draw, 1)[k]
                : 1;
        double sum =
            exponent * Math.log(request.minutes() / 90)
                + trace.read("alpha", chain, draw, 1)[k]
                + trace.read("home", chain, draw, 1)[k]
                + trace.read("player_effect", chain, draw, 1)[player * 3 + k]
                + trace.read("opponent_effect", chain, draw, 1)[3 + k];
        if (metadata.variant().teamEffects()) {
          sum += trace.read("team_effect", chain, draw, 1)[team * 3 + k];
        }
        for (int f = 0; f < 3; f++) {
          double x = Objects.requireNonNull(request.features().get("f" + f));
          sum += x * trace.read("beta", chain, draw, 1)[f * 3 + k];
        }
        logRates[chain * DRAWS + draw] = sum;
      }
    }
    return logRates;
  }

  private static double mean(TraceSource trace, String parameter, int k) {
    double sum = 0;
    for (int chain = 0; chain < CHAINS; chain++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        sum += trace.read(parameter, chain, draw, 1)[k];
      }
    }
    return sum / (CHAINS * DRAWS);
  }
}
