/// The question of a closing window stands as long as there is something to ask about.
package dev.touchline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
  @TempDir Path home;

  @Test
  void itIsWithdrawnWhenTheTaskEnds() throws InterruptedException {
    BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    var engine = new Engine(screen::add);
    var model = new ShellModel(List.of(new CommandsTest.Train()));
    try (var workspace = new Workspace(new Home(home), DatabaseAddress.of(null, home))) {
      var presenter =
          new ShellPresenter(
              model, workspace, new Background(Runnable::run, Runnable::run), engine);
      var running = new CountDownLatch(1);
      engine.start(
          "Training v1",
          (progress, stop) -> {
            running.await();
            return 0;
          },
          done -> {},
          fault -> {});
      assertThat(presenter.mayClose()).isFalse();
      assertThat(model.closing.get()).isTrue();
      running.countDown();
      screen.take().run();
      assertThat(model.closing.get()).isFalse();
      assertThat(presenter.mayClose()).isTrue();
    }
  }
}
