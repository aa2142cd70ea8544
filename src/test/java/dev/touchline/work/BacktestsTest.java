/// A home's backtests are listed, finished or not, and their results are opened as they were.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchline.data.sample.SampleTournament;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  private static BacktestRequest request(String name, String... models) {
    TrainRequest training =
        new TrainRequest(
            name,
            BacktestRequest.days(null, LocalDate.of(2018, 7, 1), LocalDate.of(2018, 7, 16)),
            List.of(Prop.values()),
            List.of(SampleTournament.COMPETITION),
            new SamplerSettings(2, 60, 60, 7, 0.8, 10, 1000, 2),
            9,
            0,
            StopRule.NONE);
    return new BacktestRequest(
        training,
        BacktestStep.parse("7d"),
        List.of(models),
        models[0],
        Map.of(Prop.SHOTS, 1.5),
        "touchline backtest");
  }

  private static BacktestOutcome run(Workspace workspace, BacktestRequest asked, boolean resume) {
    return new Backtester(workspace).run(asked, resume, BacktestListener.NONE, StopSignal.NEVER);
  }

  @Test
  void aFinishedBacktestIsListedAndOpensAsItWas() {
    try (Workspace workspace = Runs.workspace(root)) {
      assertThat(workspace.backtests().list()).isEmpty();
      BacktestOutcome outcome = run(workspace, request("plain", "shrunken", "constant"), false);
      KeptBacktest kept = workspace.backtests().list().getFirst();
      assertThat(kept.name()).isEqualTo("plain");
      assertThat(kept.finished()).isTrue();
      assertThat(kept.steps()).isEqualTo(outcome.steps());
      assertThat(kept.request()).isEqualTo(request("plain", "shrunken", "constant"));
      // NaN is not equal to itself: the text is.
      assertThat(JsonForm.gson().toJson(workspace.backtests().open("plain")))
          .isEqualTo(JsonForm.gson().toJson(outcome));
    }
  }

  @Test
  void aStoppedOneSaysHowFarItCameAndItsRequestGoesOn() {
    try (Workspace workspace = Runs.workspace(root)) {
      BacktestRequest asked = request("stopped", "constant", "shrunken");
      int[] done = {0};
      BacktestListener counting =
          new BacktestListener() {
            @Override
            public void onStep(int step) {
              done[0]++;
            }
          };
      assertThatThrownBy(
              () -> new Backtester(workspace).run(asked, false, counting, () -> done[0] == 2))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("was stopped");
      KeptBacktest kept = workspace.backtests().list().getFirst();
      assertThat(kept.finished()).isFalse();
      assertThat(kept.steps()).isEqualTo(2);
      BacktestRequest again = kept.request();
      assertThat(again).isNotNull();
      assertThat(run(workspace, again, true).steps()).isEqualTo(3);
      assertThat(workspace.backtests().list().getFirst().finished()).isTrue();
    }
  }

  @Test
  void moreModelsThatWereAskedForLaterAreRemembered() {
    try (Workspace workspace = Runs.workspace(root)) {
      run(workspace, request("more", "constant"), false);
      run(workspace, request("more", "constant", "shrunken"), true);
      assertThat(workspace.backtests().list().getFirst().request())
          .isEqualTo(request("more", "constant", "shrunken"));
    }
  }

  @Test
  void oneOfAnEarlierVersionIsListedWithoutItsRequest() throws IOException {
    try (Workspace workspace = Runs.workspace(root)) {
      BacktestOutcome outcome = run(workspace, request("old", "constant"), false);
      Path file = Path.of(outcome.folder()).resolve(BacktestFile.NAME);
      BacktestFile now = BacktestFile.read(file.getParent()).orElseThrow();
      Files.writeString(
          file,
          JsonForm.gson()
              .toJson(Map.of("format_version", now.formatVersion(), "identity", now.identity())));
      KeptBacktest kept = workspace.backtests().list().getFirst();
      assertThat(kept.request()).isNull();
      assertThat(kept.finished()).isTrue();
    }
  }

  @Test
  void damagedResultsAreAFaultThatNamesThem() throws IOException {
    try (Workspace workspace = Runs.workspace(root)) {
      BacktestOutcome outcome = run(workspace, request("torn", "constant"), false);
      for (String content : List.of("", "{\"name\": \"torn\"", "{}", "[]", "nonsense")) {
        Files.writeString(outcome.resultsFile(), content);
        assertThatThrownBy(() -> workspace.backtests().open("torn"))
            .as(content)
            .isInstanceOf(Fault.class)
            .hasMessageContaining("results of the backtest torn cannot be read");
      }
    }
  }
}
