/// The window's way to the store, the database and the engine.
package dev.touchline.desktop.shell;

import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.part.Panel;
import dev.touchline.fault.FreeMemory;
import dev.touchline.football.NameIndex;
import dev.touchline.manual.Manual;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.ModelResults;
import dev.touchline.work.StoredModel;
import dev.touchline.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Keeps top bar and status bar up to date; touches no node.
public final class ShellPresenter implements ShellActions {
  private final ShellModel model;
  private final Workspace workspace;
  private final Background background;
  private final Engine engine;
  private final List<Command> commands = new ArrayList<>();
  private final List<Function<String, List<Command>>> sources = new ArrayList<>();
  private Runnable closer = () -> {};
  private Consumer<String> browser = address -> {};

  /// A presenter; `engine` is the one that all panels share.
  public ShellPresenter(
      ShellModel model, Workspace workspace, Background background, Engine engine) {
    this.model = model;
    this.workspace = workspace;
    this.background = background;
    this.engine = engine;
    for (Panel panel : model.panels) {
      int number = model.panels.indexOf(panel) + 1;
      commands.add(new Command(panel.name(), "Ctrl+" + number, () -> model.panel.set(panel)));
    }
    commands.add(
        new Command(
            "Switch between light and dark",
            "Ctrl+D",
            () -> model.theme.set(model.theme.get().other())));
    commands.add(
        new Command("Help of this panel", "F1", () -> model.helpShown.set(!model.helpShown.get())));
    commands.add(new Command("Documentation: all pages", "", () -> read(Manual.INDEX)));
    commands.add(new Command("Stop the running task and keep what it has", "", this::stopTask));
    engine.title().subscribe(this::taskChanged);
  }

  /// Commands of panels, beside those of the window.
  public void add(Command command) {
    commands.add(command);
  }

  private void taskChanged(String title) {
    if (title.isEmpty()) {
      // The task that a closing window asks about has ended meanwhile: there is nothing to ask.
      model.closing.set(false);
    }
  }

  /// Who else has commands for what was typed, such as players to ask about.
  public void addSource(Function<String, List<Command>> source) {
    sources.add(source);
  }

  /// A source that was not ready has commands now.
  public void moreToFind() {
    model.finds.set(model.finds.get() + 1);
  }

  /// Who closes the window.
  public void onClose(Runnable newCloser) {
    closer = newCloser;
  }

  /// Who opens addresses of the web.
  public void onBrowse(Consumer<String> newBrowser) {
    browser = newBrowser;
  }

  private void read(String topic) {
    model.helpTopic.set(topic);
    model.helpShown.set(true);
  }

  /// Reads what is served and what the database holds.
  public void refresh() {
    background.run(
        this::servedModel, this::showServed, fault -> model.message.set(Message.of(fault)));
    background.run(
        () -> workspace.rows().status(false),
        this::showDatabase,
        fault -> {
          model.database.set("No database");
          model.message.set(Message.of(fault));
        });
  }

  private Optional<StoredModel> servedModel() {
    return workspace.models().served().map(workspace.models()::find);
  }

  private void showServed(Optional<StoredModel> found) {
    if (found.isEmpty()) {
      model.served.set("");
      model.servedVerdict.set("no version is served yet: train one");
      model.servedGood.set(false);
      return;
    }
    StoredModel stored = found.get();
    ModelMetadata metadata = stored.metadata();
    ModelResults results = stored.results();
    model.served.set(stored.version());
    model.servedGood.set(results != null && results.usable());
    model.servedVerdict.set(
        metadata == null || results == null
            ? "damaged: " + stored.damage()
            : "serving · trained to %s · R-hat %s · average ECE %s%s"
                .formatted(
                    metadata.dates().trainEnd(),
                    Digits.rhat(results.convergence().maxRhat()),
                    Digits.ece(results.averageEce(), 3),
                    results.usable() ? "" : " · look closer"));
  }

  private void showDatabase(StoreStatus status) {
    String kind = workspace.address().embedded() ? "Embedded database" : status.database();
    model.database.set("%s · %s rows".formatted(kind, Digits.whole(status.rows())));
  }

  /// Polls the engine; a few times a second.
  public void pollTask() {
    model.task.set(engine.title().get());
    model.taskShare.set(engine.busy() ? engine.progress().share() : 0);
    model.taskDetail.set(engine.busy() ? engine.progress().detail() : "");
  }

  /// Polls the engine and the memory; now and then.
  public void poll() {
    pollTask();
    model.memory.set(
        "%,d MB of %.1f GB"
            .formatted(
                FreeMemory.usedByThisProcess() >> 20,
                Runtime.getRuntime().maxMemory() / 1073741824.0));
  }

  /// Whether the window may close now; otherwise it asks.
  public boolean mayClose() {
    if (engine.busy()) {
      model.closing.set(true);
      return false;
    }
    return true;
  }

  @Override
  public void stopTask() {
    engine.stop();
  }

  @Override
  public void closeAnyway() {
    model.closing.set(false);
    closer.run();
  }

  @Override
  public void browse(String address) {
    browser.accept(address);
  }

  @Override
  public void stay() {
    model.closing.set(false);
  }

  @Override
  public List<Command> find(String typed) {
    if (typed.isBlank()) {
      return List.copyOf(commands);
    }
    // A player called Kane comes before the "panel" in a command that was not meant.
    List<Command> found = new ArrayList<>();
    List<Command> near = new ArrayList<>();
    for (var match : new NameIndex<>(commands, Command::name).search(typed, 6)) {
      (match.kind() == NameIndex.Kind.NEAR ? near : found).add(match.item());
    }
    sources.forEach(source -> found.addAll(source.apply(typed)));
    found.addAll(near);
    return found;
  }
}
