/// The whole way: load, train, save, load, predict; what is loaded answers as what was sampled.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.evaluate.PropCalibration;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.football.Team;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.predict.Prediction;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.ModelVariant;
import dev.touchline.trace.TraceRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineTest {
  private static final OptionalDouble NINETY = OptionalDouble.of(90);

  private Workspace workspace;
  private TrainOutcome outcome;
  private final Kept kept = new Kept();

  /// Holds on to what a run worked with.
  private static final class Kept implements TrainListener {
    private @Nullable DataSet data;
    private @Nullable TraceRecorder recorder;

    @Override
    public void onData(String version, DataSet rows) {
      data = rows;
    }

    @Override
    public void onSampling(String version, TraceRecorder draws) {
      recorder = draws;
    }
  }

  @BeforeAll
  void train(@TempDir Path root) {
    workspace = Runs.workspace(root);
    outcome = new Trainer(workspace).train(Runs.request("v1"), kept, StopSignal.NEVER);
  }

  @AfterAll
  void close() {
    workspace.close();
  }

  @Test
  void predictionsFromTheFilesEqualThoseBeforeSaving() {
    List<PredictionRequest> requests = requests(Objects.requireNonNull(kept.data).validation());
    Path folder = Objects.requireNonNull(outcome.folder());
    try (Predictor before =
            Predictor.of(
                outcome.metadata(),
                Objects.requireNonNull(kept.recorder).trace(),
                Predictor.SAMPLES);
        Predictor after = Predictor.open(folder, folder.resolve("trace.nc"), Predictor.SAMPLES)) {
      List<Prediction> sampled = before.predictBatch(requests, 0.95);
      List<Prediction> loaded = after.predictBatch(requests, 0.95);
      assertThat(loaded).isEqualTo(sampled);
      assertThat(loaded).anyMatch(Prediction::playerKnown).anyMatch(p -> !p.playerKnown());
      assertThat(loaded.getFirst().props().get(Prop.SHOTS).mean()).isBetween(0.01, 10.0);
    }
  }

  @Test
  void theSavedCalibrationIsThatOfTheFilesAsLoaded() {
    EvaluateOutcome again = new Evaluator(workspace).evaluate("v1", Map.of(), null, null);
    assertThat(again.calibration()).isEqualTo(outcome.calibration());
    assertThat(again.rows()).isEqualTo(outcome.metadata().validationRows());
    assertThat(again.matches()).isEqualTo(outcome.metadata().validationMatches());
    ModelResults saved = workspace.models().find("v1").results();
    PropCalibration shots = Objects.requireNonNull(saved).calibration().get("shots");
    assertThat(shots).isEqualTo(outcome.calibration().get(Prop.SHOTS));
    assertThat(saved.averageEce()).isEqualTo(outcome.averageEce());
    assertThat(saved.convergence().maxRhat()).isEqualTo(outcome.convergence().maxRhat());
  }

  @Test
  void anotherLineIsJudgedAtThatLine() {
    EvaluateOutcome at2 =
        new Evaluator(workspace).evaluate("v1", Map.of(Prop.SHOTS, 1.5), null, null);
    assertThat(at2.calibration().get(Prop.SHOTS).line()).isEqualTo(1.5);
    assertThat(at2.calibration().get(Prop.SHOTS).brier().score())
        .isNotEqualTo(outcome.calibration().get(Prop.SHOTS).brier().score());
  }

  @Test
  void aPlayerIsPricedByNameIdAndWithoutAccents() {
    try (Pricer pricer = Pricer.open(workspace, "v1", 200)) {
      var player = outcome.metadata().players().get(40);
      String opponent = outcome.metadata().opponents().get(3).name();
      PriceAnswer byId = pricer.price(ask(Long.toString(player.id()), opponent));
      PriceAnswer byName = pricer.price(ask(player.name(), opponent));
      PriceAnswer plain =
          pricer.price(
              ask(withoutAccents(player.name()).toUpperCase(java.util.Locale.ROOT), opponent));
      assertThat(byName.playerId()).isEqualTo(player.id());
      assertThat(byName.prediction()).isEqualTo(byId.prediction());
      assertThat(plain.prediction()).isEqualTo(byId.prediction());
      assertThat(byId.features()).containsOnlyKeys(outcome.metadata().features().names());
    }
  }

  @Test
  void anUnknownNameIsAFaultWithTheNearestNames() {
    try (Pricer pricer = Pricer.open(workspace, "v1", 200)) {
      String name = outcome.metadata().players().get(40).name();
      String opponent = outcome.metadata().opponents().get(3).name();
      Fault fault =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              Fault.class, () -> pricer.price(ask(name + "q", opponent)));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
      assertThat(fault.getMessage()).contains(name + "q");
      assertThat(fault.remedy()).contains(name);
    }
  }

  @Test
  void anUnknownIdIsPricedFromThePopulationWithAWarningAndAWiderInterval() {
    try (Pricer pricer = Pricer.open(workspace, "v1", 1000)) {
      String opponent = outcome.metadata().opponents().get(3).name();
      PriceAnswer unknown = pricer.price(ask("999999999", opponent));
      assertThat(unknown.prediction().playerKnown()).isFalse();
      assertThat(unknown.position()).isEmpty();
      assertThat(unknown.warnings()).isNotEmpty();
      assertThat(pricer.predictor().unknownPlayers()).containsEntry(999999999L, 1L);
      // A newcomer of unknown position has the form of no position, but of their mean.
      double shots = unknown.features().get("form_shots");
      List<Double> each =
          java.util.Arrays.stream(dev.touchline.football.Position.values())
              .map(position -> pricer.form(999999999L, position).get("form_shots"))
              .toList();
      assertThat(shots).isBetween(java.util.Collections.min(each), java.util.Collections.max(each));
      assertThat(each).doesNotContain(shots);
    }
  }

  /// All of it once more for a model with more terms: trained, saved, opened, asked.
  @Test
  void aModelWithOwnTeamsGoesAllTheWay() {
    TrainOutcome trained =
        new Trainer(workspace)
            .train(
                Runs.request("teams").with(ModelVariant.TEAM),
                TrainListener.NONE,
                StopSignal.NEVER);
    assertThat(trained.published()).isTrue();
    ModelMetadata read = workspace.models().metadata(workspace.models().find("teams"));
    assertThat(read.variant()).isEqualTo(ModelVariant.TEAM);
    assertThat(read.teams()).hasSameSizeAs(read.opponents());
    assertThat(read.playerTeams()).hasSameSizeAs(read.players());
    assertThat(workspace.models().verify(workspace.models().find("teams"))).isEmpty();
    try (Pricer pricer = Pricer.open(workspace, "teams", 200)) {
      String player = Long.toString(read.players().get(40).id());
      String opponent = read.opponents().get(3).name();
      PriceAnswer usual = pricer.price(ask(player, opponent));
      Team team = Objects.requireNonNull(usual.team());
      assertThat(team.id()).isEqualTo(read.playerTeams().get(40));
      assertThat(usual.prediction().teamKnown()).isTrue();
      Team other = read.teams().stream().filter(t -> t.id() != team.id()).findFirst().orElseThrow();
      PriceAnswer moved =
          pricer.price(
              new PriceRequest(player, null, opponent, true, NINETY, Map.of(), 0.95, other.name()));
      assertThat(moved.team()).isEqualTo(other);
      assertThat(moved.prediction().props()).isNotEqualTo(usual.prediction().props());
      Fault fault =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              Fault.class,
              () ->
                  pricer.price(
                      new PriceRequest(
                          player,
                          null,
                          opponent,
                          true,
                          NINETY,
                          Map.of(),
                          0.95,
                          other.name() + "q")));
      assertThat(fault.getMessage()).contains("No team is called");
      assertThat(fault.remedy()).contains(other.name());
    }
    try (Pricer pricer = Pricer.open(workspace, "v1", 200)) {
      String player = Long.toString(read.players().get(40).id());
      PriceAnswer reference =
          pricer.price(
              new PriceRequest(player, null, "", true, NINETY, Map.of(), 0.95, "anything"));
      assertThat(reference.team()).isNull();
      assertThat(reference.warnings()).anyMatch(w -> w.contains("no effects of own teams"));
    }
  }

  private static PriceRequest ask(String player, String opponent) {
    return new PriceRequest(player, null, opponent, true, 90, Map.of(), 0.95);
  }

  private static String withoutAccents(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  private static List<PredictionRequest> requests(RowSet rows) {
    List<PredictionRequest> requests = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      PlayerMatch row = rows.rows().get(i);
      Map<String, Double> features = new LinkedHashMap<>();
      for (int f = 0; f < rows.featureNames().size(); f++) {
        features.put(rows.featureNames().get(f), rows.feature(i, f));
      }
      requests.add(
          new PredictionRequest(
              i % 10 == 0 ? -5 : row.playerId(),
              row.opponentId(),
              row.wasHome(),
              Math.min(90, row.minutes()),
              features,
              i % 20 == 0 ? row.position() : null));
    }
    return requests;
  }
}
