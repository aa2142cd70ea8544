/// The backtests of the Calibrate panel on the sample tournament, without a toolkit.
package dev.touchline.desktop.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.football.Prop;
import dev.touchline.work.BacktestOutcome;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestPresenterTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final Engine engine = new Engine(screen::add);
  private BacktestModel model = new BacktestModel();

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = new Workspace(new Home(home), DatabaseAddress.of(null, home));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  /// As when the program is started anew.
  private BacktestPresenter presenter() {
    model = new BacktestModel();
    var presenter =
        new BacktestPresenter(
            model, workspace, new Background(Runnable::run, Runnable::run), engine);
    presenter.refresh();
    return presenter;
  }

  private void only(String... names) {
    model.models.forEach((name, taking) -> taking.set(List.of(names).contains(name)));
  }

  private void small() {
    model.from.set(LocalDate.of(2018, 7, 1));
    model.draws.set("60");
    model.tune.set("60");
    model.chains.set("2");
  }

  private void awaitTheEnd() throws InterruptedException {
    while (model.running.get()) {
      Runnable next = screen.poll(60, TimeUnit.SECONDS);
      assertThat(next).as("the end of the backtest").isNotNull();
      next.run();
    }
  }

  private BacktestOutcome outcome() {
    return Objects.requireNonNull(model.outcome.get(), () -> model.message.get().text());
  }

  @Test
  void theFormBeginsWithTheLastFifthAndANameThatFollowsTheDay() {
    presenter();
    assertThat(model.from.get()).isEqualTo(LocalDate.of(2018, 7, 9));
    assertThat(model.to.get()).isEqualTo(LocalDate.of(2018, 7, 15));
    assertThat(model.name.get()).isEqualTo("backtest-2018-07-09");
    assertThat(model.takingPart())
        .containsExactly("reference", "minutes", "constant", "shrunken", "trees");
    assertThat(model.against.get()).isEqualTo("minutes");
    assertThat(model.ready.get()).isTrue();
    assertThat(model.kept).containsExactly(BacktestModel.NEW);
    model.from.set(LocalDate.of(2018, 7, 2));
    assertThat(model.name.get()).isEqualTo("backtest-2018-07-02");
    model.name.set("mine");
    model.from.set(LocalDate.of(2018, 7, 3));
    assertThat(model.name.get()).isEqualTo("mine");
  }

  @Test
  void whatMakesNoSenseIsSaidAndTurnsTheButtonOff() {
    BacktestPresenter presenter = presenter();
    model.step.set("fortnight");
    assertThat(model.problem.get()).contains("\"fortnight\" is not a step");
    assertThat(model.ready.get()).isFalse();
    presenter.run();
    assertThat(engine.busy()).isFalse();
    assertThat(model.message.get().text()).contains("fortnight");
    model.step.set("round");
    assertThat(model.problem.get()).isEmpty();
    model.to.set(LocalDate.of(2018, 7, 1));
    assertThat(model.problem.get())
        .contains(
            "from 2018-07-09 to 2018-07-01 has no days. Choose a first day on or before the last.");
    model.to.set(null);
    assertThat(model.problem.get()).contains("A date is missing");
    model.to.set(LocalDate.of(2018, 7, 15));
    model.draws.set("many");
    assertThat(model.problem.get()).contains("Draws \"many\" is not a number");
    model.draws.set("60");
    model.name.set("../escape");
    assertThat(model.problem.get()).contains("../escape");
    model.name.set("fine");
    only();
    assertThat(model.against.get()).isNull();
    assertThat(model.ready.get()).isFalse();
    only("constant", "shrunken");
    assertThat(model.against.get()).isEqualTo("constant");
    assertThat(model.ready.get()).isTrue();
  }

  @Test
  void aBacktestIsRunListedAndOpenedAgain() throws Exception {
    BacktestPresenter presenter = presenter();
    small();
    only("minutes", "constant");
    presenter.run();
    assertThat(model.running.get()).isTrue();
    assertThat(model.ready.get()).isFalse();
    awaitTheEnd();
    BacktestOutcome found = outcome();
    assertThat(found.models()).containsExactly("minutes", "constant");
    assertThat(found.against()).isEqualTo("minutes");
    assertThat(found.props()).containsExactly(Prop.values());
    assertThat(found.steps()).isEqualTo(3);
    assertThat(found.fits()).hasSize(3);
    assertThat(found.command())
        .isEqualTo(
            "touchline backtest --from 2018-07-01 --to 2018-07-15 --step 7d --models"
                + " minutes,constant --against minutes --name backtest-2018-07-01 --chains 2"
                + " --draws 60 --tune 60 --seed 20180614");
    assertThat(model.chosen.get()).isEqualTo("backtest-2018-07-01");
    assertThat(model.kept).containsExactly(BacktestModel.NEW, "backtest-2018-07-01");
    assertThat(model.formShown.get()).isFalse();
    // So few draws do not converge, and the user is told.
    assertThat(found.converged()).isFalse();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.CAUTION);
    assertThat(model.message.get().text()).contains("did not converge");
    // The name is taken now, and another is proposed.
    assertThat(model.name.get()).isEqualTo("backtest-2018-07-01-2");
    model.name.set("backtest-2018-07-01");
    assertThat(model.problem.get()).contains("There is a backtest backtest-2018-07-01");
    presenter.run();
    assertThat(engine.busy()).isFalse();

    presenter();
    assertThat(model.outcome.get()).isNull();
    model.chosen.set("backtest-2018-07-01");
    assertThat(outcome().scores()).hasSize(6);
    assertThat(outcome().command()).isEqualTo(found.command());
    assertThat(model.message.get().text()).contains("did not converge");
    model.chosen.set(BacktestModel.NEW);
    assertThat(model.outcome.get()).isNull();
    assertThat(model.message.get()).isEqualTo(Message.NONE);
    assertThat(model.formShown.get()).isTrue();
  }

  @Test
  void aStoppedBacktestGoesOnToTheSameResultAlsoAfterARestart() throws Exception {
    BacktestPresenter presenter = presenter();
    small();
    model.draws.set("400");
    only("minutes", "constant");
    presenter.run();
    while (engine.progress().share() < 0.34) {
      Thread.sleep(2);
    }
    presenter.frame();
    assertThat(model.progress.get()).startsWith("Step 2 of 3, from 2018-07-08: ");
    presenter.stop();
    assertThat(model.stopping.get()).isTrue();
    awaitTheEnd();
    assertThat(model.outcome.get()).isNull();
    assertThat(model.message.get()).isEqualTo(Message.NONE);
    assertThat(model.resumable.get()).isTrue();
    assertThat(model.formShown.get()).isFalse();
    assertThat(model.chosen.get()).isEqualTo("backtest-2018-07-01");

    presenter = presenter();
    model.chosen.set("backtest-2018-07-01");
    assertThat(model.resumable.get()).isTrue();
    assertThat(model.interrupted.get())
        .isEqualTo(
            "The backtest backtest-2018-07-01 stopped after 1 step and can go on, to the same"
                + " result.");
    presenter.resume();
    awaitTheEnd();
    BacktestOutcome resumed = outcome();
    assertThat(model.interrupted.get()).isEmpty();

    presenter = presenter();
    small();
    model.draws.set("400");
    only("minutes", "constant");
    model.name.set("whole");
    presenter.run();
    awaitTheEnd();
    assertThat(outcome().scores()).isEqualTo(resumed.scores());
    assertThat(outcome().curves()).usingRecursiveComparison().isEqualTo(resumed.curves());
  }

  @Test
  void whatFailsIsToldAndLeavesTheFormAsItWas() throws Exception {
    BacktestPresenter presenter = presenter();
    small();
    model.draws.set("400");
    only("constant");
    model.from.set(LocalDate.of(2019, 1, 1));
    model.to.set(LocalDate.of(2019, 2, 1));
    presenter.run();
    awaitTheEnd();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().text()).isNotBlank();
    assertThat(model.outcome.get()).isNull();
    assertThat(model.from.get()).isEqualTo(LocalDate.of(2019, 1, 1));
    assertThat(model.ready.get()).isTrue();
    assertThat(model.kept).containsExactly(BacktestModel.NEW);
  }

  @Test
  void damagedResultsAreToldAndOthersStillOpen() throws Exception {
    BacktestPresenter presenter = presenter();
    small();
    model.draws.set("400");
    only("constant");
    presenter.run();
    awaitTheEnd();
    Path results = outcome().resultsFile();
    String good = read(results);
    model.chosen.set(BacktestModel.NEW);
    Files.writeString(results, "{");
    model.chosen.set("backtest-2018-07-01");
    assertThat(model.outcome.get()).isNull();
    assertThat(model.message.get().text()).contains("cannot be read");
    model.chosen.set(BacktestModel.NEW);
    Files.writeString(results, good);
    model.chosen.set("backtest-2018-07-01");
    assertThat(outcome().models()).containsExactly("constant");
  }

  @Test
  void oneThatAnEarlierVersionBeganIsListedAndPointsToTheCommandLine() throws IOException {
    Path folder = Files.createDirectories(home.resolve("backtests/old"));
    Files.writeString(
        folder.resolve("backtest.json"),
        "{\"format_version\": 1, \"identity\": {\"step\": \"7d\"}}");
    Files.writeString(folder.resolve("2018-07-01.constant.csv"), "");
    BacktestPresenter presenter = presenter();
    model.chosen.set("old");
    assertThat(model.interrupted.get()).startsWith("The backtest old stopped after 1 step. An");
    assertThat(model.resumable.get()).isFalse();
    presenter.resume();
    assertThat(engine.busy()).isFalse();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
