/// The finder says where nothing is found, and lists what comes while it is open.
package dev.touchline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.Fx;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderViewTest {
  @TempDir Path home;

  @Test
  void whatComesWhileItIsOpenIsListed() {
    try (var workspace = new Workspace(new Home(home), DatabaseAddress.of(null, home))) {
      var model = new ShellModel(List.of(new CommandsTest.Train()));
      var presenter =
          new ShellPresenter(
              model,
              workspace,
              new Background(Runnable::run, Runnable::run),
              new Engine(Runnable::run));
      var opened = new AtomicBoolean();
      presenter.addSource(
          typed -> opened.get() ? List.of(new Command("H. Kane", "player", () -> {})) : List.of());
      FinderView view = Fx.call(() -> new FinderView(model, presenter));
      Stage stage = Fx.call(() -> Fx.show(new StackPane(view), Theme.LIGHT, 800, 500));
      try {
        Fx.run(() -> model.finderShown.set(true));
        Fx.run(() -> ((TextField) view.lookup("#finder")).setText("kaane"));
        Fx.run(() -> Fx.picture(stage.getScene()));
        assertThat(list(view).getItems()).isEmpty();
        assertThat(((Label) list(view).getPlaceholder()).getText())
            .isEqualTo("No command, player or team is called \"kaane\".");
        opened.set(true);
        Fx.run(presenter::moreToFind);
        assertThat(list(view).getItems()).hasSize(1);
        assertThat(list(view).getSelectionModel().getSelectedIndex()).isZero();
      } finally {
        Fx.run(stage::close);
      }
    }
  }

  private static ListView<?> list(FinderView view) {
    return Fx.call(() -> (ListView<?>) view.lookup(".list-view"));
  }
}
