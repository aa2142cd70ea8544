/// The command finder lists what was meant before what is merely near to it.
package dev.touchline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Panel;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir Path home;

  @Test
  void aPlayerComesBeforeACommandWithAWordThatIsSpeltLikeHim() {
    try (var workspace = new Workspace(new Home(home), DatabaseAddress.of(null, home))) {
      var presenter =
          new ShellPresenter(
              new ShellModel(List.of(new Train())),
              workspace,
              new Background(Runnable::run, Runnable::run),
              new Engine(Runnable::run));
      presenter.addSource(typed -> List.of(new Command("H. Kane", "player", () -> {})));
      assertThat(names(presenter, "kane")).containsExactly("H. Kane", "Help of this panel");
      assertThat(names(presenter, "panel")).startsWith("Help of this panel");
      assertThat(names(presenter, "trian")).containsExactly("H. Kane", "Train");
      assertThat(names(presenter, " ")).doesNotContain("H. Kane").startsWith("Train");
    }
  }

  private static List<String> names(ShellPresenter presenter, String typed) {
    return presenter.find(typed).stream().map(Command::name).toList();
  }

  static final class Train implements Panel {
    @Override
    public String name() {
      return "Train";
    }

    @Override
    public String icon() {
      return "";
    }

    @Override
    public String help() {
      return "";
    }

    @Override
    public List<String> pages() {
      return List.of();
    }

    @Override
    public Node node() {
      return new Pane();
    }
  }
}
