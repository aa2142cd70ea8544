/// The examples of docs/java.md, compiled and run; the page shows the very same lines.
package dev.touchline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.football.DateSplit;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.predict.Prediction;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.work.EvaluateOutcome;
import dev.touchline.work.Evaluator;
import dev.touchline.work.Home;
import dev.touchline.work.PriceAnswer;
import dev.touchline.work.PriceRequest;
import dev.touchline.work.Pricer;
import dev.touchline.work.StopRule;
import dev.touchline.work.TraceDiagnosis;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaExamplesTest {
  @TempDir Path folder;

  @Test
  void theExamplesRun() {
    TrainOutcome outcome = train(folder);
    assertThat(outcome.published()).as(String.valueOf(outcome.convergence())).isTrue();
    Path version = Objects.requireNonNull(outcome.folder());

    assertThat(diagnose(version)).isNotEqualTo(ConvergenceReport.Verdict.NOT_CONVERGED);
    Prediction prediction = predict(version);
    assertThat(prediction.props()).containsOnlyKeys(Prop.GOALS, Prop.SHOTS, Prop.CARDS);
    assertThat(prediction.playerKnown()).isFalse();
    assertThat(batch(version)).hasSize(2).allMatch(chance -> chance > 0 && chance < 1);
    PriceAnswer answer = price(folder);
    assertThat(answer.playerName()).isEqualTo("Bartek Pioka");
    assertThat(evaluate(folder).calibration().get(Prop.SHOTS)).isNotNull();
  }

  @Test
  void thePageShowsTheSameLines() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/touchline/docs/JavaExamplesTest.java"));
    List<String> shown =
        Pages.blocks(Pages.read(Path.of("docs", "java.md"))).stream()
            .filter(block -> block.language().equals("java"))
            .map(block -> block.code().strip())
            .toList();
    assertThat(shown).hasSize(7);
    for (String example : shown) {
      assertThat(source).contains(example.indent(4).stripTrailing());
    }
  }

  private static TrainOutcome train(Path folder) {
    Home home = new Home(folder);
    try (Workspace workspace = new Workspace(home, DatabaseAddress.of(null, home.root()))) {
      TrainRequest request =
          new TrainRequest(
              "v1.1",
              new DateSplit(
                  LocalDate.of(2018, 6, 1), LocalDate.of(2018, 7, 5), LocalDate.of(2018, 7, 16)),
              List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS),
              List.of(), // competitions: all
              SamplerSettings.defaults(),
              TrainRequest.MAX_RHAT,
              0, // keep all versions
              StopRule.NONE);
      return new Trainer(workspace).train(request, TrainListener.NONE, StopSignal.NEVER);
    }
  }

  private static ConvergenceReport.Verdict diagnose(Path version) {
    ConvergenceReport report =
        TraceDiagnosis.diagnose(version.resolve("trace.nc"), TrainRequest.MAX_RHAT, 2);
    System.out.println(report.sentence());
    return report.verdict();
  }

  private static Map<String, Double> averageForm(FeatureScale scale) {
    Map<String, Double> form = new HashMap<>();
    for (int i = 0; i < scale.names().size(); i++) {
      form.put(scale.names().get(i), scale.mean()[i]);
    }
    return form;
  }

  private static Prediction predict(Path version) {
    Path trace = version.resolve("trace.nc");
    try (Predictor predictor = Predictor.open(version, trace, Predictor.SAMPLES)) {
      Map<String, Double> features = averageForm(predictor.metadata().features());
      Prediction prediction = predictor.predictPlayer(4711, 90002, true, features);
      prediction
          .props()
          .forEach(
              (prop, p) ->
                  System.out.printf(
                      "%s: %.2f (%.2f to %.2f), P(over 0.5) %.3f%n",
                      prop.key(), p.mean(), p.ciLow(), p.ciHigh(), p.over(0.5)));
      prediction.warnings().forEach(System.out::println);
      return prediction;
    }
  }

  private static List<Double> batch(Path version) {
    Path trace = version.resolve("trace.nc");
    try (Predictor predictor = Predictor.open(version, trace, Predictor.SAMPLES)) {
      Map<String, Double> features = averageForm(predictor.metadata().features());
      List<PredictionRequest> requests =
          List.of(
              new PredictionRequest(9000111, 90002, true, 90, features, null),
              new PredictionRequest(
                  PredictionRequest.NEW_PLAYER, 90002, false, 60, features, Position.FWD));
      return predictor.predictBatch(requests, Predictor.INTERVAL).stream()
          .map(prediction -> Objects.requireNonNull(prediction.props().get(Prop.SHOTS)).over(1.5))
          .toList();
    }
  }

  private static PriceAnswer price(Path folder) {
    Home home = new Home(folder);
    try (Workspace workspace = new Workspace(home, DatabaseAddress.of(null, home.root()));
        Pricer pricer = Pricer.open(workspace, "v1.1", Predictor.SAMPLES)) {
      return pricer.price(
          new PriceRequest("Bartek Pioka", null, "Ysmark", true, 90, Map.of(), 0.95));
    }
  }

  private static EvaluateOutcome evaluate(Path folder) {
    Home home = new Home(folder);
    try (Workspace workspace = new Workspace(home, DatabaseAddress.of(null, home.root()))) {
      return new Evaluator(workspace).evaluate("v1.1", Map.of(Prop.SHOTS, 2.5), null, null);
    }
  }
}
