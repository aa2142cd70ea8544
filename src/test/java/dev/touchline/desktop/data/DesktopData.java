/// A Data panel's presenter on a home of its own, without a toolkit: the screen is a queue that the
/// test empties.
package dev.touchline.desktop.data;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.work.Home;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Model and presenter with everything that they were told.
final class DesktopData implements AutoCloseable {
  static final String HEADER =
      "match_id,match_date,competition,player_id,player_name,position,team_id,team_name,"
          + "opponent_id,opponent_name,was_home,minutes,goals,shots,cards\n";

  final DataModel model = new DataModel();
  final List<DatabaseAddress> chosen = new ArrayList<>();
  final Workspace workspace;
  final Engine engine;
  final DataPresenter presenter;
  int rowsChanged;
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();

  DesktopData(Path home) {
    this(home, DatabaseAddress.of(null, home), Runnable::run);
  }

  DesktopData(Path home, DatabaseAddress address, Executor executor) {
    workspace = new Workspace(new Home(home), address);
    engine = new Engine(screen::add);
    presenter =
        new DataPresenter(
            model,
            workspace,
            new Background(executor, screen::add),
            engine,
            () -> rowsChanged++,
            chosen::add);
  }

  /// Reads the rows and waits for them and their checks.
  DesktopData refreshed() {
    presenter.refresh();
    settle();
    return this;
  }

  /// Does what has come back to the screen.
  void settle() {
    for (Runnable next = screen.poll(); next != null; next = screen.poll()) {
      next.run();
    }
  }

  /// Does what comes back to the screen until something holds.
  void await(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      try {
        Runnable next = screen.poll(30, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("waited in vain");
        }
        next.run();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    settle();
  }

  /// Imports and waits for the end.
  void imported(Path... paths) {
    presenter.importPaths(List.of(paths));
    await(() -> !model.importing.get());
  }

  @Override
  public void close() {
    workspace.close();
  }
}
