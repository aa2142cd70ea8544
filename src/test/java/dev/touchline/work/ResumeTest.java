/// Runs that were cut short go on to the very same draws, or say why they cannot.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.props.ModelVariant;
import dev.touchline.trace.Stat;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeTest {
  private Workspace workspace;
  private Trainer trainer;
  private List<double[]> whole;

  @BeforeAll
  void trainWithoutACut(@TempDir Path root) {
    workspace = Runs.workspace(root);
    trainer = new Trainer(workspace, Duration.ZERO);
    TrainOutcome outcome =
        trainer.train(Runs.request("whole"), TrainListener.NONE, StopSignal.NEVER);
    whole = draws(outcome.folder());
    assertThat(Runs.names(workspace.home().checkpoints())).isEmpty();
  }

  @AfterAll
  void close() {
    workspace.close();
  }

  /// Every number of a trace.
  private static List<double[]> draws(Path folder) {
    List<double[]> numbers = new ArrayList<>();
    try (TraceSource trace = new TraceFiles().open(folder.resolve(ModelStore.TRACE))) {
      for (int chain = 0; chain < trace.chains(); chain++) {
        for (Parameter parameter : trace.schema().parameters()) {
          numbers.add(trace.read(parameter.name(), chain, 0, trace.draws()));
        }
        for (Stat stat : Stat.values()) {
          numbers.add(trace.stat(stat.fileName(), chain));
        }
      }
    }
    return numbers;
  }

  /// Stops when so many draws of both chains were made.
  private TrainOutcome cut(TrainRequest request, int after, boolean resume) {
    AtomicInteger made = new AtomicInteger();
    TrainListener counting =
        new TrainListener() {
          @Override
          public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
            made.incrementAndGet();
          }
        };
    StopSignal stop = () -> made.get() >= after;
    return resume
        ? trainer.resume(request, counting, stop)
        : trainer.train(request, counting, stop);
  }

  @Test
  void aRunThatWasStoppedTwiceHasTheDrawsOfOneThatNeverWas() {
    TrainRequest request = Runs.request("twice");
    assertThat(cut(request, 90, false).metadata().status()).isEqualTo(TrainOutcome.STOPPED);
    InterruptedRun run = workspace.checkpoints().find("twice").orElseThrow();
    assertThat(run.request()).isEqualTo(request.on(List.of("sample-tournament")));
    assertThat(run.done().stream().mapToInt(done -> done).sum()).isBetween(90, 92);
    assertThat(run.progress()).matches("9[0-2] of 440 draws");

    assertThat(cut(request, 200, true).metadata().status()).isEqualTo(TrainOutcome.STOPPED);
    assertThat(workspace.home().unpublished().resolve("twice").resolve("trace.nc")).exists();
    TrainOutcome outcome = trainer.resume(request, TrainListener.NONE, StopSignal.NEVER);
    assertThat(outcome.published()).isTrue();
    assertThat(draws(outcome.folder())).usingRecursiveComparison().isEqualTo(whole);
    assertThat(workspace.checkpoints().find("twice")).isEmpty();
    assertThat(workspace.home().checkpoints().resolve("twice")).doesNotExist();
    assertThat(workspace.home().unpublished().resolve("twice")).doesNotExist();
  }

  /// The copy is what a killed program would leave: its states are older than its draws.
  @Test
  void whatAKilledProgramLeavesGoesOn(@TempDir Path copy) throws IOException {
    TrainRequest request = Runs.request("killed");
    Path folder = workspace.home().checkpoints().resolve("killed");
    AtomicInteger made = new AtomicInteger();
    TrainListener copying =
        new TrainListener() {
          @Override
          public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
            if (made.incrementAndGet() == 330) {
              copy(folder, copy);
            }
          }
        };
    trainer.train(request, copying, StopSignal.NEVER);
    workspace.models().delete("killed");
    Files.createDirectories(folder);
    copy(copy, folder);
    AtomicInteger again = new AtomicInteger();
    TrainListener counting =
        new TrainListener() {
          @Override
          public void onDraw(String version, int chain, int draw, boolean tune, DrawStats stats) {
            again.incrementAndGet();
          }
        };
    TrainOutcome outcome = trainer.resume(request, counting, StopSignal.NEVER);
    assertThat(draws(outcome.folder())).usingRecursiveComparison().isEqualTo(whole);
    assertThat(again).hasValueBetween(100, 130);
  }

  private static void copy(Path from, Path to) {
    for (String name : Runs.names(from)) {
      try {
        if (!name.equals("lock")) {
          Files.copy(from.resolve(name), to.resolve(name));
        }
      } catch (NoSuchFileException e) {
        // The other chain has just finished writing its state: the file has its final name now.
        assertThat(name).endsWith(".part");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void resumingWhereThereIsNothingBegins() {
    TrainOutcome outcome =
        trainer.resume(Runs.request("nothing"), TrainListener.NONE, StopSignal.NEVER);
    assertThat(draws(outcome.folder())).usingRecursiveComparison().isEqualTo(whole);
  }

  @Test
  void trainingAgainBeginsAnew() {
    cut(Runs.request("anew"), 300, false);
    List<Integer> draws = new ArrayList<>();
    TrainOutcome outcome =
        trainer.train(
            Runs.request("anew"),
            new TrainListener() {
              @Override
              public void onDraw(
                  String version, int chain, int draw, boolean tune, DrawStats stats) {
                if (chain == 0) {
                  draws.add(draw);
                }
              }
            },
            StopSignal.NEVER);
    assertThat(draws).hasSize(220);
    assertThat(draws(outcome.folder())).usingRecursiveComparison().isEqualTo(whole);
  }

  @Test
  void whatDiffersIsNamed() {
    TrainRequest request = Runs.request("other");
    cut(request, 260, false);
    SamplerSettings seed = new SamplerSettings(2, 120, 100, 8, 0.8, 10, 1000, 2);
    assertRefused(
        Fault.Kind.USAGE,
        "another seed (7 then, 8 now)",
        Runs.request("other", Runs.SPLIT, seed, 1.5, 0));
    assertRefused(
        Fault.Kind.USAGE,
        "another model variant (reference then, team now)",
        request.with(ModelVariant.TEAM));
    assertRefused(
        Fault.Kind.DATA,
        "rows, windows or features were others",
        Runs.request(
            "other",
            Runs.split("2018-06-14", "2018-06-30", "2018-07-16"),
            request.sampler(),
            1.5,
            0));
    assertRefused(
        Fault.Kind.USAGE,
        "draws of a chain already, and 10 are asked for",
        Runs.request("other", Runs.SPLIT, Runs.sampler(10, 2), 1.5, 0));
    assertThat(workspace.checkpoints().find("other")).isPresent();
    // What does not change a draw may differ.
    assertThat(
            trainer
                .resume(
                    Runs.request("other", Runs.SPLIT, Runs.sampler(120, 1), 1.6, 0),
                    TrainListener.NONE,
                    StopSignal.NEVER)
                .published())
        .isTrue();
  }

  private void assertRefused(Fault.Kind kind, String mentioned, TrainRequest request) {
    assertThatThrownBy(() -> trainer.resume(request, TrainListener.NONE, StopSignal.NEVER))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(kind);
              assertThat(fault.getMessage()).contains(mentioned);
            });
  }

  @Test
  void aRunThatDidNotConvergeGoesOnWithMoreDraws() {
    TrainRequest few = Runs.request("more", Runs.SPLIT, Runs.sampler(40, 2), 1.0, 0);
    assertThat(trainer.train(few, TrainListener.NONE, StopSignal.NEVER).metadata().status())
        .isEqualTo(TrainOutcome.NOT_CONVERGED);
    TrainOutcome outcome =
        trainer.resume(Runs.request("more"), TrainListener.NONE, StopSignal.NEVER);
    assertThat(outcome.metadata().draws()).isEqualTo(120);
    assertThat(draws(outcome.folder())).usingRecursiveComparison().isEqualTo(whole);
  }

  @Test
  void aVersionIsTrainedByOneAtATime() {
    Optional<Fault> refused =
        Optional.ofNullable(
            (Fault)
                org.assertj.core.api.Assertions.catchThrowable(
                    () ->
                        trainer.train(
                            Runs.request("busy"),
                            new TrainListener() {
                              @Override
                              public void onPhase(String version, Phase phase) {
                                if (phase == Phase.JUDGE) {
                                  assertThat(workspace.checkpoints().find("busy")).isEmpty();
                                  trainer.resume(
                                      Runs.request("busy"), TrainListener.NONE, StopSignal.NEVER);
                                }
                              }
                            },
                            StopSignal.NEVER)));
    assertThat(refused.orElseThrow().getMessage()).contains("is being trained");
  }

  @Test
  void samplingEndsWhenTheDrawsAreEnough() {
    TrainRequest request = Runs.request("enough", Runs.SPLIT, Runs.sampler(5000, 2), 1.5, 0);
    TrainRequest until =
        new TrainRequest(
            "enough",
            request.split(),
            request.props(),
            List.of(),
            request.sampler(),
            1.5,
            0,
            new StopRule(null, 400));
    TrainOutcome outcome = trainer.train(until, TrainListener.NONE, StopSignal.NEVER);
    assertThat(outcome.metadata().draws()).isBetween(400, 4999);
    assertThat(outcome.convergence().minEssBulk()).isGreaterThan(400);
    assertThat(outcome.convergence().minEssTail()).isGreaterThan(400);
    assertThat(outcome.convergence().maxRhat()).isLessThan(1.01);
    assertThat(outcome.published()).isTrue();
  }
}
