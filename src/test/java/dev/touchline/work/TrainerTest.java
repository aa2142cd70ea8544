/// Training: what is published, what is held back, and what is left when something goes wrong.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.fault.Fault;
import dev.touchline.football.DateSplit;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainerTest {
  private Workspace workspace;
  private Trainer trainer;
  private TrainOutcome first;

  @BeforeAll
  void trainTheFirst(@TempDir Path root) {
    workspace = Runs.workspace(root);
    trainer = new Trainer(workspace);
    first = trainer.train(Runs.request("first"), TrainListener.NONE, StopSignal.NEVER);
  }

  @AfterAll
  void close() {
    workspace.close();
  }

  @Test
  void aVersionThatPassesIsPublishedWholeAndServed() {
    assertThat(first.published()).isTrue();
    Path folder = workspace.models().folder("first");
    assertThat(first.folder()).isEqualTo(folder);
    assertThat(Runs.names(folder))
        .containsExactly("SHA256SUMS", "metadata.json", "report.html", "results.json", "trace.nc");
    assertThat(workspace.models().served()).contains("first");
    StoredModel stored = workspace.models().find("first");
    assertThat(stored.damage()).isNull();
    assertThat(workspace.models().verify(stored)).isEmpty();
    assertThat(stored.results().gate())
        .extracting(ModelResults.GateLine::criterion)
        .containsExactly("R-hat < 1.01", "average ECE < 0.05", "prediction under 100 ms");
    assertThat(stored.results().usable())
        .isEqualTo(stored.results().gate().stream().allMatch(ModelResults.GateLine::holds));
  }

  @Test
  void theMetadataIsComplete() {
    ModelMetadata saved =
        MetadataFile.read(workspace.models().folder("first").resolve("metadata.json"));
    assertThat(saved).isEqualTo(first.metadata());
    assertThat(saved.version()).isEqualTo("first");
    assertThat(saved.model()).isEqualTo("single_task");
    assertThat(saved.dates()).isEqualTo(Runs.SPLIT);
    assertThat(saved.rows()).isGreaterThan(1000);
    assertThat(saved.validationRows()).isPositive();
    assertThat(saved.matches() + saved.validationMatches()).isEqualTo(64);
    assertThat(saved.playerRows().stream().mapToInt(rows -> rows).sum()).isEqualTo(saved.rows());
    assertThat(saved.players()).hasSameSizeAs(saved.playerRows());
    assertThat(saved.opponents()).hasSize(32);
    assertThat(saved.positionWeights().stream().mapToDouble(w -> w).sum())
        .isBetween(1 - 1e-9, 1 + 1e-9);
    assertThat(saved.features().names())
        .containsExactly("form_goals", "form_shots", "form_cards", "form_minutes");
    assertThat(List.of(saved.chains(), saved.draws(), saved.tune())).containsExactly(2, 120, 100);
    assertThat(saved.seed()).isEqualTo(7);
    assertThat(saved.dataHash()).matches("[0-9a-f]{64}");
    assertThat(saved.settings()).containsKeys("target_accept", "max_rhat");
    assertThat(saved.software()).containsKeys("touchline", "java");
    assertThat(saved.seconds()).containsKeys("load", "tune", "sample", "judge", "save");
    assertThat(saved.seconds().values()).allMatch(seconds -> seconds >= 0);
  }

  @Test
  void theGateHoldsBackWhatDidNotConverge() {
    TrainOutcome outcome =
        trainer.train(
            Runs.request("held", Runs.SPLIT, Runs.sampler(40, 2), 1.0, 0),
            TrainListener.NONE,
            StopSignal.NEVER);
    assertThat(outcome.metadata().status()).isEqualTo(TrainOutcome.NOT_CONVERGED);
    assertThat(outcome.convergence().maxRhat()).isGreaterThan(1.0);
    assertThat(outcome.convergence().worst()).isNotEmpty();
    assertThat(outcome.convergence().advice()).isNotEmpty();
    assertThat(Runs.names(workspace.home().models())).doesNotContain("held");
    assertThat(workspace.models().served()).contains("first");
    assertThat(outcome.folder()).isEqualTo(workspace.home().unpublished().resolve("held"));
    assertThat(MetadataFile.read(outcome.folder().resolve("metadata.json")).status())
        .isEqualTo(TrainOutcome.NOT_CONVERGED);
    try (TraceSource trace = new TraceFiles().open(outcome.folder().resolve("trace.nc"))) {
      assertThat(trace.draws()).isEqualTo(40);
    }
  }

  @Test
  void theWorstParametersAreNamedAfterPlayersAndTeams() {
    List<String> players = first.metadata().players().stream().map(p -> p.name()).toList();
    assertThat(first.convergence().scalars())
        .anySatisfy(
            scalar ->
                assertThat(scalar.name())
                    .isEqualTo("player_effect[" + players.getFirst() + ", shots]"));
  }

  @Test
  void aVersionIsNeverOverwritten() {
    assertFault(
        Fault.Kind.USAGE,
        "first",
        () -> trainer.train(Runs.request("first"), TrainListener.NONE, StopSignal.NEVER));
  }

  @ParameterizedTest
  @CsvSource({
    // No training rows, hardly any, no validation rows.
    "2017-06-01, 2017-07-01, 2018-07-16",
    "2018-06-13, 2018-06-14, 2018-07-16",
    "2018-06-14, 2018-07-20, 2018-07-30",
  })
  void windowsWithoutEnoughRowsAreRefused(String start, String end, String validation) {
    DateSplit split = Runs.split(start, end, validation);
    assertFault(
        Fault.Kind.DATA,
        "",
        () ->
            trainer.train(
                Runs.request("empty", split, Runs.sampler(40, 2), 1.5, 0),
                TrainListener.NONE,
                StopSignal.NEVER));
    assertThat(Runs.names(workspace.home().models())).doesNotContain("empty");
  }

  @ParameterizedTest
  @CsvSource({
    "2018-07-05, 2018-06-14, 2018-07-16",
    "2018-06-14, 2018-06-14, 2018-07-16",
    "2018-06-14, 2018-07-05, 2018-07-05",
    "2018-06-14, 2018-07-05, 2018-06-20",
  })
  void windowsOutOfOrderOrOverlappingAreRefused(String start, String end, String validation) {
    assertFault(Fault.Kind.USAGE, "", () -> Runs.split(start, end, validation));
  }

  @ParameterizedTest
  @CsvSource({"../evil", "a/b", "''", ".hidden", "two words", "con\\aux"})
  void namesThatAreNoSafeFoldersAreRefused(String version) {
    assertFault(Fault.Kind.USAGE, version, () -> Runs.request(version));
  }

  @Test
  void aStoppedRunKeepsWhatWasDrawnEvenWhereChainsRunOneAfterAnother() {
    AtomicInteger draws = new AtomicInteger();
    TrainListener counting =
        new TrainListener() {
          @Override
          public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
            if (!tune) {
              draws.incrementAndGet();
            }
          }
        };
    TrainOutcome outcome =
        trainer.train(
            Runs.request("stopped", Runs.SPLIT, Runs.sampler(5000, 1), 1.5, 0),
            counting,
            () -> draws.get() >= 30);
    assertThat(outcome.metadata().status()).isEqualTo(TrainOutcome.STOPPED);
    assertThat(Runs.names(workspace.home().models())).doesNotContain("stopped");
    try (TraceSource trace = new TraceFiles().open(outcome.folder().resolve("trace.nc"))) {
      assertThat(trace.chains()).isEqualTo(1);
      assertThat(trace.draws()).isEqualTo(30);
    }
    assertThat(outcome.metadata().chains()).isEqualTo(1);
    assertThat(outcome.metadata().draws()).isEqualTo(30);
  }

  @Test
  void aRunThatItsTimeLimitCutsShortIsNotPublished() {
    TrainRequest request = Runs.request("late");
    TrainOutcome outcome =
        trainer.train(
            new TrainRequest(
                "late",
                request.split(),
                request.props(),
                List.of(),
                request.sampler(),
                1.5,
                0,
                new StopRule(Duration.ofNanos(1), 0)),
            TrainListener.NONE,
            StopSignal.NEVER);
    assertThat(outcome.metadata().status()).isEqualTo(TrainOutcome.STOPPED);
    assertThat(outcome.folder()).isNull();
    assertThat(Runs.names(workspace.home().models())).doesNotContain("late");
  }

  @Test
  void aChainThatFailsFailsTheRunButItsDrawsAreKept() {
    TrainListener failing =
        new TrainListener() {
          @Override
          public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
            if (!tune && chain == 1 && draw == 20) {
              throw new IllegalStateException("struck by lightning");
            }
          }
        };
    assertFault(
        Fault.Kind.DEFECT,
        "struck by lightning",
        () -> trainer.train(Runs.request("broken"), failing, StopSignal.NEVER));
    assertThat(Runs.names(workspace.home().models())).doesNotContain("broken");
    assertThat(Runs.names(workspace.home().unpublished().resolve("broken"))).contains("trace.nc");
  }

  @Test
  void aFailureWhileSavingLeavesNothing() {
    List<String> before = Runs.names(workspace.home().models());
    TrainListener failing =
        new TrainListener() {
          @Override
          public void onPhase(String version, Phase phase) {
            if (phase == Phase.EVALUATE) {
              throw new IllegalStateException("the trace is written, nothing else");
            }
          }
        };
    assertThatThrownBy(() -> trainer.train(Runs.request("half"), failing, StopSignal.NEVER))
        .hasMessageContaining("nothing else");
    assertThat(Runs.names(workspace.home().models())).isEqualTo(before);
  }

  @Test
  void aVersionThatAppearsMeanwhileIsNotOverwritten() {
    Path taken = workspace.models().folder("race");
    TrainListener rival =
        new TrainListener() {
          @Override
          public void onPhase(String version, Phase phase) {
            if (phase == Phase.EVALUATE) {
              try {
                Files.createDirectories(taken);
                Files.writeString(taken.resolve("mine.txt"), "theirs");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
        };
    assertFault(
        Fault.Kind.STORAGE,
        "race",
        () -> trainer.train(Runs.request("race"), rival, StopSignal.NEVER));
    assertThat(Runs.names(taken)).containsExactly("mine.txt");
    FileTree.delete(taken);
    assertThat(Runs.names(workspace.home().models())).noneMatch(name -> name.startsWith("."));
  }

  @Test
  void oldVersionsAreClearedButNeitherTheNewNorTheServedOne(@TempDir Path other) {
    try (Workspace own = Runs.workspace(other)) {
      for (String version : List.of("a", "b", "c")) {
        new Trainer(own)
            .train(
                Runs.request(version, Runs.SPLIT, Runs.sampler(40, 2), 3, 1),
                TrainListener.NONE,
                StopSignal.NEVER);
      }
      assertThat(Runs.names(own.home().models())).containsExactly("a", "c");
      assertThat(own.models().served()).contains("a");
    }
  }

  @Test
  void drawsThatDoNotFitIntoMemoryAreRefusedAtOnce() {
    SamplerSettings huge = new SamplerSettings(64, 10_000_000, 100, 7, 0.8, 10, 1000, 2);
    assertFault(
        Fault.Kind.MEMORY,
        "MB",
        () ->
            trainer.train(
                Runs.request("huge", Runs.SPLIT, huge, 1.5, 0),
                TrainListener.NONE,
                StopSignal.NEVER));
  }

  @Test
  void fullDisksAreRefusedBeforeSampling() {
    Room room = new Room(workspace.home());
    long least = Room.LEAST_FREE_BYTES;
    assertFault(Fault.Kind.STORAGE, "500 MB", () -> room.requireDisk(1000, least - 1));
    assertFault(Fault.Kind.STORAGE, "free", () -> room.requireDisk(least, least + 1));
    room.requireDisk(1000, least);
    room.requireDisk(least, 2 * least);
  }

  private static void assertFault(Fault.Kind kind, String mentioned, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(kind);
              assertThat(fault.getMessage()).contains(mentioned);
              assertThat(fault.remedy()).isNotBlank();
            });
  }
}
