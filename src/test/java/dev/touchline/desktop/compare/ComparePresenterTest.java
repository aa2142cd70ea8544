/// The Compare panel's presenter on small versions, without a toolkit.
package dev.touchline.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.StoreStatus.CompetitionStatus;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.predict.ServedHome;
import dev.touchline.football.Prop;
import dev.touchline.work.CompareRequest;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ServedHome.class)
class ComparePresenterTest {
  private final CompareModel model = new CompareModel();
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final Engine engine = new Engine(screen::add);
  private int changes;

  private ComparePresenter open(Workspace workspace) {
    var presenter =
        new ComparePresenter(
            model,
            workspace,
            new Background(Runnable::run, Runnable::run),
            engine,
            () -> changes++);
    presenter.refresh();
    return presenter;
  }

  private void awaitTheEnd() throws InterruptedException {
    while (model.running.get()) {
      Runnable next = screen.poll(60, TimeUnit.SECONDS);
      assertThat(next).as("the end of the comparison").isNotNull();
      next.run();
    }
  }

  private CompareRequest request(Workspace workspace) {
    return new ComparisonForm(model)
        .request(workspace.models().find(Objects.requireNonNull(model.version.get())).metadata());
  }

  @Test
  void theFormBeginsWithTheServedVersion(Workspace workspace) {
    open(workspace);
    assertThat(model.versions).containsExactly("v1", CompareModel.NEW);
    assertThat(model.version.get()).isEqualTo("v1");
    assertThat(model.trainStart.get()).isEqualTo(LocalDate.of(2018, 6, 14));
    assertThat(model.validationEnd.get()).isEqualTo(LocalDate.of(2018, 7, 16));
    assertThat(model.draws.get()).isEqualTo("400");
    assertThat(model.chains.get()).isEqualTo("2");
    assertThat(model.changed.get()).isFalse();
    assertThat(model.ready.get()).isTrue();
    assertThat(model.plan.get()).startsWith("v1 against 3 single-task models of 2 × 400 draws");
  }

  @Test
  void otherDrawsLeaveTheVersionInAndOtherDatesDoNot(Workspace workspace) {
    ComparePresenter presenter = open(workspace);
    model.draws.set("1,000");
    assertThat(model.changed.get()).isTrue();
    assertThat(request(workspace).multi()).isEqualTo("v1");
    assertThat(request(workspace).training().sampler().draws()).isEqualTo(1000);
    model.trainEnd.set(LocalDate.of(2018, 7, 1));
    assertThat(request(workspace).multi()).isNull();
    assertThat(model.plan.get()).startsWith("A multi-task model").contains("v1 was trained on");
    presenter.ownSettings();
    assertThat(model.changed.get()).isFalse();
    assertThat(model.draws.get()).isEqualTo("400");
    // What the user typed is still there when he comes back to the panel.
    model.seed.set("99");
    presenter.refresh();
    assertThat(model.seed.get()).isEqualTo("99");
  }

  @Test
  void theReportNamesACommandThatAsksForTheSame(Workspace workspace) {
    open(workspace);
    Objects.requireNonNull(model.props.get(Prop.CARDS)).set(false);
    model.seed.set("5");
    assertThat(request(workspace).command())
        .isEqualTo(
            "touchline compare --version v1 --model reference --train-start 2018-06-14 --train-end 2018-07-05"
                + " --val-end 2018-07-16 --props goals,shots --competition \"sample-tournament\""
                + " --chains 2 --draws 400 --tune 200 --seed 5");
  }

  @Test
  void whatMakesNoSenseIsSaidAndTurnsTheButtonOff(Workspace workspace) {
    ComparePresenter presenter = open(workspace);
    model.draws.set("many");
    assertThat(model.problem.get()).contains("Draws \"many\" is not a number");
    assertThat(model.ready.get()).isFalse();
    presenter.compare();
    assertThat(engine.busy()).isFalse();
    assertThat(model.message.get().text()).contains("many");
    model.draws.set("0");
    assertThat(model.problem.get()).contains("draws cannot be 0");
    model.draws.set("99999999999");
    assertThat(model.problem.get()).contains("99999999999");
    model.draws.set("400");
    model.trainEnd.set(null);
    assertThat(model.problem.get()).contains("date");
    model.trainEnd.set(LocalDate.of(2018, 6, 1));
    assertThat(model.problem.get()).isNotEmpty();
    presenter.ownSettings();
    model.props.values().forEach(chosen -> chosen.set(false));
    Objects.requireNonNull(model.props.get(Prop.GOALS)).set(true);
    assertThat(model.problem.get()).contains("at least two props");
    presenter.ownSettings();
    assertThat(model.problem.get()).isEmpty();
    assertThat(model.ready.get()).isTrue();
  }

  /// A list of the screen that loses its chosen line for a moment shows none from then on.
  @Test
  void theListOfVersionsNeverLosesTheChosenOne(Workspace workspace) {
    ComparePresenter presenter = open(workspace);
    model.version.set(CompareModel.NEW);
    model.versions.addListener(
        (ListChangeListener<String>) change -> assertThat(model.versions).contains("a new one"));
    presenter.refresh();
    model.versions.setAll("v0", CompareModel.NEW);
    presenter.refresh();
    assertThat(model.versions).containsExactly("v1", CompareModel.NEW);
    assertThat(model.version.get()).isEqualTo(CompareModel.NEW);
  }

  @Test
  void suggestedDaysAreThoseOfRealMatchesUntilTheUserSetsSome() {
    var form = new ComparisonForm(model);
    var sample = competition("sample-tournament", "2018-06-14", "2018-07-15");
    form.suggest(List.of(sample));
    assertThat(model.trainStart.get()).isEqualTo(LocalDate.of(2018, 6, 14));
    var league = competition("england", "2017-08-11", "2018-05-13");
    form.suggest(List.of(league, sample));
    assertThat(model.trainStart.get()).isEqualTo(LocalDate.of(2017, 8, 11));
    assertThat(model.trainEnd.get()).isEqualTo(LocalDate.of(2018, 3, 19));
    assertThat(model.validationEnd.get()).isEqualTo(LocalDate.of(2018, 5, 13));
    model.trainEnd.set(LocalDate.of(2018, 4, 1));
    form.suggest(List.of(league, competition("cup", "2018-01-01", "2019-01-01"), sample));
    assertThat(model.trainEnd.get()).isEqualTo(LocalDate.of(2018, 4, 1));
    assertThat(model.validationEnd.get()).isEqualTo(LocalDate.of(2018, 5, 13));
  }

  private static CompetitionStatus competition(String name, String first, String last) {
    return new CompetitionStatus(
        name, 1000, 50, 300, LocalDate.parse(first), LocalDate.parse(last));
  }

  @Test
  void withoutAVersionTheFormOffersTheDaysThatThereAre(@TempDir Path folder) {
    try (var bare = new Workspace(new Home(folder), DatabaseAddress.of(null, folder))) {
      open(bare);
      assertThat(model.version.get()).isEqualTo(CompareModel.NEW);
      assertThat(model.trainStart.get()).isEqualTo(LocalDate.of(2018, 6, 14));
      assertThat(model.trainEnd.get()).isEqualTo(LocalDate.of(2018, 7, 9));
      assertThat(model.ready.get()).isTrue();
      assertThat(model.changed.get()).isFalse();
      assertThat(model.plan.get()).startsWith("A multi-task model against 3");
    }
  }

  @Test
  void aModelThatDoesNotConvergeEndsTheComparisonWithASentence(Workspace workspace)
      throws Exception {
    ComparePresenter presenter = open(workspace);
    model.draws.set("12");
    model.tune.set("6");
    presenter.compare();
    assertThat(model.running.get()).isTrue();
    assertThat(engine.title().get()).isEqualTo("Comparing v1");
    assertThat(model.ready.get()).isFalse();
    awaitTheEnd();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().text()).contains("did not converge");
    assertThat(model.result.get()).isNull();
    assertThat(workspace.models().exists("v1")).isTrue();
    assertThat(model.ready.get()).isTrue();
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void stoppingKeepsWhatIsThereAndSaysHowToGoOn(Workspace workspace) throws Exception {
    ComparePresenter presenter = open(workspace);
    model.draws.set("20000");
    presenter.compare();
    while (!engine.progress().detail().contains("% ·")) {
      Thread.sleep(20);
    }
    presenter.frame();
    assertThat(model.progress.get())
        .startsWith("Fitting single-task goals, 1 of 3: ")
        .endsWith(" left");
    assertThat(engine.progress().share()).isBetween(0.0, 0.34);
    presenter.stop();
    awaitTheEnd();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.INFO);
    assertThat(model.message.get().text()).contains("was stopped while training v1-goals");
    assertThat(workspace.models().exists("v1")).isTrue();
    assertThat(engine.busy()).isFalse();
  }

  @Test
  void anotherPanelMayChooseTheVersion(Workspace workspace) {
    ComparePresenter presenter = open(workspace);
    model.formShown.set(false);
    presenter.choose(CompareModel.NEW);
    assertThat(model.version.get()).isEqualTo(CompareModel.NEW);
    assertThat(model.formShown.get()).isTrue();
    // Even one that is not listed yet.
    workspace.models().delete("shots-only");
    presenter.choose("not there");
    presenter.refresh();
    assertThat(model.version.get()).isEqualTo("v1");
  }

  @Test
  void aReportWithoutAComparisonWritesNothing(Workspace workspace, @TempDir Path folder) {
    open(workspace).save(folder.resolve("report.md"));
    assertThat(Files.exists(folder.resolve("report.md"))).isFalse();
  }
}
