/// The Calibrate panel's presenter on small versions, without a toolkit.
package dev.touchline.desktop.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.predict.ServedHome;
import dev.touchline.football.Prop;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ServedHome.class)
class CalibratePresenterTest {
  private final CalibrateModel model = new CalibrateModel();

  private CalibratePresenter open(Workspace workspace) {
    var presenter =
        new CalibratePresenter(model, workspace, new Background(Runnable::run, Runnable::run));
    presenter.refresh();
    return presenter;
  }

  private Judged judged() {
    return Objects.requireNonNull(model.judged.get(), () -> model.message.get().text());
  }

  private double line(Prop prop) {
    return Objects.requireNonNull(judged().props().get(prop)).line();
  }

  @Test
  void withoutAVersionNothingIsJudgedAndNothingIsWrong(@TempDir Path folder) {
    try (var bare = new Workspace(new Home(folder), DatabaseAddress.of(null, folder))) {
      CalibratePresenter presenter = open(bare);
      presenter.judge();
      assertThat(model.judged.get()).isNull();
      assertThat(model.working.get()).isFalse();
      assertThat(model.message.get()).isEqualTo(Message.NONE);
    }
  }

  @Test
  void theServedVersionIsJudgedOnItsOwnWindow(Workspace workspace) {
    open(workspace);
    assertThat(model.version.get()).isEqualTo("v1");
    assertThat(model.from.get()).isEqualTo(LocalDate.of(2018, 7, 6));
    assertThat(model.to.get()).isEqualTo(LocalDate.of(2018, 7, 16));
    assertThat(judged().props()).containsOnlyKeys(Prop.values());
    assertThat(model.groups)
        .extracting(group -> group.kind())
        .contains("position", "venue", "minutes", "player");
    assertThat(model.working.get()).isFalse();
  }

  @Test
  void whatNobodyChoseGivesWayToWhatIsServed(Workspace workspace) {
    CalibratePresenter presenter = open(workspace);
    workspace.models().serve("shots-only");
    try {
      presenter.refresh();
      assertThat(model.version.get()).isEqualTo("shots-only");
      assertThat(judged().version()).isEqualTo("shots-only");
      model.version.set("v1");
      presenter.refresh();
      assertThat(model.version.get()).isEqualTo("v1");
    } finally {
      workspace.models().serve("v1");
    }
  }

  @Test
  void aVersionOfOnePropIsJudgedOnThatProp(Workspace workspace) {
    open(workspace);
    model.version.set("shots-only");
    assertThat(judged().version()).isEqualTo("shots-only");
    assertThat(judged().props()).containsOnlyKeys(Prop.SHOTS);
  }

  @Test
  void linesAreTheUsersAndCommasAreDecimalPoints(Workspace workspace) {
    CalibratePresenter presenter = open(workspace);
    assertThat(line(Prop.SHOTS)).isEqualTo(0.5);
    Objects.requireNonNull(model.lines.get(Prop.SHOTS)).set(" 2,5 ");
    presenter.judge();
    assertThat(line(Prop.SHOTS)).isEqualTo(2.5);
    assertThat(line(Prop.GOALS)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two", "-1", "NaN", "1e9", "0.5.5"})
  void whatIsNoLineIsSaidAndTheLastAnswerStays(String typed, Workspace workspace) {
    CalibratePresenter presenter = open(workspace);
    Judged before = judged();
    Objects.requireNonNull(model.lines.get(Prop.GOALS)).set(typed);
    presenter.judge();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().text()).contains("goals").contains("\"" + typed + "\"");
    assertThat(judged()).isEqualTo(before);
    assertThat(model.working.get()).isFalse();
  }

  @Test
  void aWindowWithoutRowsIsSaid(Workspace workspace) {
    CalibratePresenter presenter = open(workspace);
    model.from.set(LocalDate.of(2030, 1, 1));
    model.to.set(LocalDate.of(2030, 2, 1));
    presenter.judge();
    assertThat(model.judged.get()).isNull();
    assertThat(model.message.get().text()).contains("2030-01-01");
    assertThat(model.message.get().remedy()).isNotEmpty();
    presenter.ownWindow();
    presenter.judge();
    assertThat(judged().version()).isEqualTo("v1");
    assertThat(model.message.get()).isEqualTo(Message.NONE);
  }

  @Test
  void onlyTheLastQuestionIsAnswered(Workspace workspace) {
    Deque<Runnable> waiting = new ArrayDeque<>();
    var presenter =
        new CalibratePresenter(model, workspace, new Background(waiting::add, Runnable::run));
    presenter.refresh();
    waiting.remove().run();
    Objects.requireNonNull(model.lines.get(Prop.SHOTS)).set("1.5");
    presenter.judge();
    assertThat(waiting).hasSize(2);
    // The later one is done first, as two threads may have it.
    waiting.removeLast().run();
    assertThat(line(Prop.SHOTS)).isEqualTo(1.5);
    waiting.removeLast().run();
    assertThat(line(Prop.SHOTS)).isEqualTo(1.5);
  }
}
