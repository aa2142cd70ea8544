/// What the Train panel offers after a run, without a toolkit and without a run.
package dev.touchline.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.predict.ServedHome;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServedHome.class)
class TrainPresenterTest {
  private final TrainModel model = new TrainModel();
  private final List<Path> diagnosed = new ArrayList<>();
  private int changes;

  private TrainPresenter open(Workspace workspace) {
    var presenter =
        new TrainPresenter(
            model,
            workspace,
            new Background(Runnable::run, Runnable::run),
            new Engine(Runnable::run),
            () -> changes++,
            diagnosed::add);
    presenter.refresh();
    return presenter;
  }

  @Test
  void aVersionBesideTheServedOneCanBeDiagnosedAndServed(Workspace workspace) {
    model.published.set("shots-only");
    TrainPresenter presenter = open(workspace);
    assertThat(model.servedBeside.get()).isEqualTo("v1");
    presenter.diagnose();
    assertThat(diagnosed)
        .containsExactly(workspace.models().folder("shots-only").resolve("trace.nc"));
    presenter.serve();
    assertThat(workspace.models().served()).contains("shots-only");
    assertThat(model.servedBeside.get()).isEmpty();
    assertThat(model.log).anyMatch(line -> line.contains("Predictions use shots-only now"));
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void aVersionThatIsGoneByThenIsSaid(Workspace workspace) {
    model.published.set("teams");
    TrainPresenter presenter = open(workspace);
    workspace.models().delete("teams");
    presenter.serve();
    assertThat(model.message.get().kind()).isEqualTo(Message.Kind.FAILED);
    assertThat(model.message.get().text()).contains("teams");
    assertThat(workspace.models().served()).contains("v1");
  }

  @Test
  void rememberedDatesStayWhereSuggestedOnesFollowTheRows(Workspace workspace) {
    TrainPresenter presenter = open(workspace);
    assertThat(model.trainStart.get()).isEqualTo(LocalDate.of(2018, 6, 14));
    assertThat(presenter.datesAreOwn()).isFalse();
    model.trainStart.set(LocalDate.of(2018, 6, 20));
    assertThat(presenter.datesAreOwn()).isTrue();
    presenter.refresh();
    assertThat(model.trainStart.get()).isEqualTo(LocalDate.of(2018, 6, 20));
    model.trainStart.set(null);
    assertThat(presenter.datesAreOwn()).isFalse();
  }
}
