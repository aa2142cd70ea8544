/// Backtests on the sample tournament: nothing leaks, nothing is lost, everything is judged.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.data.ImportOptions;
import dev.touchline.data.ImportProgress;
import dev.touchline.data.RowQuery;
import dev.touchline.data.sample.SampleTournament;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktesterTest {
  private static final LocalDate FIRST = LocalDate.of(2018, 7, 1);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  private static BacktestRequest request(String name, double maxRhat, String... models) {
    TrainRequest training =
        new TrainRequest(
            name,
            Runs.split("2018-06-01", FIRST.minusDays(1).toString(), "2018-07-16"),
            List.of(Prop.GOALS, Prop.SHOTS),
            List.of(SampleTournament.COMPETITION),
            new SamplerSettings(2, 60, 60, 7, 0.8, 10, 1000, 2),
            maxRhat,
            0,
            StopRule.NONE);
    return new BacktestRequest(
        training, BacktestStep.parse("7d"), List.of(models), models[0], Map.of(), "test");
  }

  private static BacktestOutcome run(Workspace workspace, BacktestRequest request) {
    return new Backtester(workspace).run(request, false, BacktestListener.NONE, StopSignal.NEVER);
  }

  private static String forecasts(BacktestOutcome outcome) throws IOException {
    return Files.readString(Path.of(outcome.folder()).resolve(BacktestFolder.FORECASTS));
  }

  @Test
  void everyModelForecastsEveryRowAndIsScored() throws IOException {
    try (Workspace workspace = Runs.workspace(root)) {
      BacktestOutcome outcome = run(workspace, request("all", 3, "reference", "shrunken", "trees"));
      assertThat(outcome.steps()).isGreaterThan(1);
      assertThat(outcome.converged()).isTrue();
      assertThat(outcome.warning()).isEmpty();
      assertThat(outcome.fits()).hasSize(outcome.steps());
      assertThat(outcome.scores()).hasSize(2 * 3);
      assertThat(forecasts(outcome).lines()).hasSize(1 + outcome.rows() * 2 * 3);
      assertThat(outcome.resultsFile()).isNotEmptyFile();
      for (String kind : List.of("position", "venue", "minutes", "player")) {
        int rows =
            outcome.groups().stream()
                .filter(g -> g.kind().equals(kind) && g.model().equals("reference"))
                .filter(g -> g.prop() == Prop.SHOTS)
                .mapToInt(BacktestOutcome.GroupRow::rows)
                .sum();
        assertThat(rows).as(kind).isEqualTo(outcome.rows());
      }
      for (BacktestOutcome.CurveRow curve : outcome.curves()) {
        double total =
            java.util.Objects.requireNonNull(outcome.figures(curve.prop(), curve.model()))
                    .logScore()
                    .value()
                * outcome.rows();
        assertThat(curve.points().getLast().value())
            .isCloseTo(total, org.assertj.core.api.Assertions.within(1e-8));
      }
      assertThat(BacktestReport.html(outcome)).contains("<svg", "shrunken", "How it was made");
      assertThat(BacktestReport.markdown(outcome, "b.svg")).contains("](b.svg)", "| Shots | trees");
    }
  }

  @Test
  void aStoppedBacktestGoesOnWithTheSameResult() throws IOException {
    try (Workspace workspace = Runs.workspace(root)) {
      BacktestOutcome whole = run(workspace, request("whole", 3, "reference", "constant"));
      BacktestRequest cut = request("cut", 3, "reference", "constant");
      AtomicBoolean stop = new AtomicBoolean();
      BacktestListener stopper =
          new BacktestListener() {
            @Override
            public void onStep(int step) {
              stop.set(true);
            }
          };
      Fault fault =
          catchThrowableOfType(
              Fault.class, () -> new Backtester(workspace).run(cut, false, stopper, stop::get));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.INTERRUPTED);
      List<Integer> ready = new ArrayList<>();
      BacktestListener counter =
          new BacktestListener() {
            @Override
            public void onSteps(int steps, int done) {
              ready.add(done);
            }
          };
      BacktestOutcome resumed = new Backtester(workspace).run(cut, true, counter, StopSignal.NEVER);
      assertThat(ready).containsExactly(1);
      assertThat(forecasts(resumed)).isEqualTo(forecasts(whole));
      assertThat(resumed.scores()).isEqualTo(whole.scores());
      assertThat(resumed.curves()).isEqualTo(whole.curves());
    }
  }

  @Test
  void aBacktestIsStoppedWhileItSamples() {
    try (Workspace workspace = Runs.workspace(root)) {
      AtomicBoolean stop = new AtomicBoolean();
      BacktestListener stopper =
          new BacktestListener() {
            @Override
            public void onDraw() {
              stop.set(true);
            }
          };
      assertThatThrownBy(
              () ->
                  new Backtester(workspace)
                      .run(request("cut", 3, "reference"), false, stopper, stop::get))
          .isInstanceOfSatisfying(
              Fault.class, f -> assertThat(f.kind()).isEqualTo(Fault.Kind.INTERRUPTED));
    }
  }

  @Test
  void whatDiffersIsRefusedAndMoreModelsAreNot() throws IOException {
    try (Workspace workspace = Runs.workspace(root)) {
      Backtester backtester = new Backtester(workspace);
      BacktestOutcome one = run(workspace, request("b", 3, "constant"));
      assertThatThrownBy(() -> run(workspace, request("b", 3, "constant")))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("exists already");
      assertThatThrownBy(
              () ->
                  backtester.run(
                      request("b", 2, "constant"), true, BacktestListener.NONE, StopSignal.NEVER))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("max-rhat (3.0 then, 2.0 now)");
      BacktestOutcome two =
          backtester.run(
              request("b", 3, "constant", "shrunken"),
              true,
              BacktestListener.NONE,
              StopSignal.NEVER);
      assertThat(two.figures(Prop.SHOTS, "constant"))
          .isEqualTo(one.figures(Prop.SHOTS, "constant"));
      assertThat(two.models()).containsExactly("constant", "shrunken");
    }
  }

  @Test
  void aDamagedStepIsMadeAgain() throws IOException {
    try (Workspace workspace = Runs.workspace(root)) {
      BacktestOutcome one = run(workspace, request("b", 3, "shrunken"));
      String before = forecasts(one);
      Path step = Path.of(one.folder()).resolve(FIRST + ".shrunken.csv");
      String text = Files.readString(step);
      for (String damage :
          List.of("", text.substring(text.length() / 2), text.replace(" ", " 1"))) {
        Files.writeString(step, damage);
        BacktestOutcome again =
            new Backtester(workspace)
                .run(request("b", 3, "shrunken"), true, BacktestListener.NONE, StopSignal.NEVER);
        assertThat(forecasts(again)).isEqualTo(before);
      }
    }
  }

  /// Where a step begins changes its draws, and its forecasts by no more than Monte Carlo error.
  @Test
  void aStepBeginsWhereTheOneBeforeEnded() throws IOException {
    try (Workspace workspace = Runs.workspace(root)) {
      BacktestOutcome warm = run(workspace, request("warm", 3, "reference"));
      Path folder = Path.of(warm.folder());
      LocalDate second = warm.fits().get(1).step();
      Path ends = BacktestFolder.ends(folder, FIRST, "reference");
      String kept = Files.readString(ends);
      String before = forecasts(warm);
      Path step = folder.resolve(second + ".reference.csv");

      Files.delete(step);
      BacktestOutcome again =
          new Backtester(workspace)
              .run(request("warm", 3, "reference"), true, BacktestListener.NONE, StopSignal.NEVER);
      assertThat(forecasts(again)).isEqualTo(before);

      for (String damage : List.of("[{}]", kept.substring(kept.length() / 2))) {
        Files.delete(step);
        Files.writeString(ends, damage);
        BacktestOutcome cold =
            new Backtester(workspace)
                .run(
                    request("warm", 3, "reference"), true, BacktestListener.NONE, StopSignal.NEVER);
        assertThat(forecasts(cold)).isNotEqualTo(before);
        for (Prop prop : List.of(Prop.GOALS, Prop.SHOTS)) {
          assertThat(logScore(cold, prop))
              .isCloseTo(logScore(warm, prop), org.assertj.core.api.Assertions.within(0.01));
        }
      }
    }
  }

  private static double logScore(BacktestOutcome outcome, Prop prop) {
    return java.util.Objects.requireNonNull(outcome.figures(prop, "reference")).logScore().value();
  }

  @Test
  void fitsThatDoNotConvergeAreNamed() {
    try (Workspace workspace = Runs.workspace(root)) {
      List<String> warnings = new ArrayList<>();
      BacktestListener listener =
          new BacktestListener() {
            @Override
            public void onWarning(String sentence) {
              warnings.add(sentence);
            }
          };
      BacktestOutcome outcome =
          new Backtester(workspace)
              .run(
                  request("strict", 1, "reference", "constant"), false, listener, StopSignal.NEVER);
      assertThat(outcome.converged()).isFalse();
      assertThat(outcome.notConverged()).hasSize(outcome.steps());
      assertThat(outcome.warning()).contains("did not converge", "reference of 2018-07-01");
      assertThat(warnings).hasSize(outcome.steps());
    }
  }

  /// Everything that happens after the first step is changed; its forecasts are not.
  @Test
  void whatComesLaterChangesNoForecast(@TempDir Path other) throws IOException {
    String[] models = {"reference", "constant", "shrunken", "trees"};
    Path file = other.resolve("rows.csv");
    String before;
    try (Workspace workspace = Runs.workspace(root)) {
      before = firstStep(run(workspace, request("b", 3, models)));
      workspace.rows().export(RowQuery.ALL, file);
    }
    String end = FIRST.plusDays(6).toString();
    List<String> lines = Files.readAllLines(file);
    String changed =
        lines.stream()
            .map(
                line -> {
                  String[] fields = line.split(",", -1);
                  if (fields[1].startsWith("2018") && fields[1].compareTo(end) > 0) {
                    fields[12] = "3";
                    fields[13] = "9";
                  }
                  return String.join(",", fields);
                })
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(file, changed);
    try (Workspace workspace = Runs.workspace(other)) {
      assertThat(
              workspace
                  .rows()
                  .importPaths(
                      List.of(file),
                      new ImportOptions("csv", null),
                      ImportProgress.NONE,
                      () -> false)
                  .updated())
          .isPositive();
      BacktestOutcome outcome = run(workspace, request("b", 3, models));
      assertThat(firstStep(outcome)).isEqualTo(before).isNotEmpty();
      assertThat(forecasts(outcome)).contains(",3,");
    }
  }

  private static String firstStep(BacktestOutcome outcome) throws IOException {
    return forecasts(outcome)
        .lines()
        .filter(line -> line.startsWith(FIRST.toString()))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void requestsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> request("b", 3, "reference", "reference")).isInstanceOf(Fault.class);
    try (Workspace workspace = Runs.workspace(root)) {
      assertThatThrownBy(() -> run(workspace, request("b", 3, "oracle")))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("\"oracle\" is not a model that a backtest knows");
    }
  }
}
