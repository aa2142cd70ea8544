/// The workbench: builds the panels, puts them into the window, and keeps it alive.
package dev.touchline.desktop;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.desktop.calibrate.BacktestModel;
import dev.touchline.desktop.calibrate.BacktestPresenter;
import dev.touchline.desktop.calibrate.CalibrateModel;
import dev.touchline.desktop.calibrate.CalibratePanel;
import dev.touchline.desktop.calibrate.CalibratePresenter;
import dev.touchline.desktop.compare.CompareModel;
import dev.touchline.desktop.compare.ComparePanel;
import dev.touchline.desktop.compare.ComparePresenter;
import dev.touchline.desktop.data.DataModel;
import dev.touchline.desktop.data.DataPanel;
import dev.touchline.desktop.data.DataPresenter;
import dev.touchline.desktop.diagnose.DiagnoseModel;
import dev.touchline.desktop.diagnose.DiagnosePanel;
import dev.touchline.desktop.diagnose.DiagnosePresenter;
import dev.touchline.desktop.models.ModelsModel;
import dev.touchline.desktop.models.ModelsPanel;
import dev.touchline.desktop.models.ModelsPresenter;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.DesktopExports;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.part.PatientExecutor;
import dev.touchline.desktop.part.Screen;
import dev.touchline.desktop.part.ScreenFileDialogs;
import dev.touchline.desktop.predict.PredictModel;
import dev.touchline.desktop.predict.PredictPanel;
import dev.touchline.desktop.predict.PredictPresenter;
import dev.touchline.desktop.shell.Command;
import dev.touchline.desktop.shell.Settings;
import dev.touchline.desktop.shell.ShellModel;
import dev.touchline.desktop.shell.ShellPresenter;
import dev.touchline.desktop.shell.ShellView;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.desktop.train.TrainModel;
import dev.touchline.desktop.train.TrainPanel;
import dev.touchline.desktop.train.TrainPresenter;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// Wires everything by constructors; on the FX thread.
public final class Workbench {
  private static final String FIRST_PANEL = "Train";

  private final Workspace workspace;
  private final Ending ending;
  private final Settings settings;

  /// Whether the settings of the closing window are written.
  private boolean remembered;

  private final ExecutorService executor;
  private final PatientExecutor patient;
  private final Engine engine;
  private final ShellModel model;
  private final ShellPresenter presenter;
  private final WorkbenchWindow window;
  private final PanelsAhead ahead;
  private final Links links = new Links();
  private @Nullable DatabaseAddress next;

  /// Who is told that the window has been closed.
  @FunctionalInterface
  public interface Ending {
    /// `next` is the database to open instead, or null where the program ends.
    void closed(@Nullable DatabaseAddress next);
  }

  /// A workbench on a workspace with the platform's file dialogs; `ending` is told at the end.
  public Workbench(Workspace workspace, Ending ending) {
    this(workspace, new ScreenFileDialogs(), ending);
  }

  /// A workbench with other file dialogs.
  public Workbench(Workspace workspace, FileDialogs dialogs, Ending ending) {
    this.workspace = workspace;
    this.ending = ending;
    Settings.Found found = Settings.read(workspace.home().root());
    settings = found.settings();
    executor =
        Executors.newFixedThreadPool(
            2, task -> Thread.ofPlatform().daemon().name("background").unstarted(task));
    Screen screen = Platform::runLater;
    patient = new PatientExecutor(executor);
    var background = new Background(patient, screen);
    engine = new Engine(screen);
    var exports = new DesktopExports(dialogs, links::tell);
    List<Panel> panels = panels(background, exports, dialogs);
    model = new ShellModel(panels);
    presenter = new ShellPresenter(model, workspace, background, engine);
    links.connect(model, presenter);
    if (!found.note().equals(Message.NONE)) {
      links.tell(found.note());
    }
    for (Panel panel : panels) {
      panel.restore(settings.choices());
    }
    model.theme().set(settings.theme());
    String front = settings.panel().isEmpty() ? FIRST_PANEL : settings.panel();
    panels.stream()
        .filter(panel -> panel.name().equals(front))
        .findFirst()
        .ifPresent(model.panel()::set);
    ahead = new PanelsAhead(panels);
    // Players and teams come from the served version, which is opened when somebody looks for one.
    model
        .finderShown()
        .subscribe(
            shown -> {
              if (shown) {
                links.find();
              }
            });
    presenter.onClose(this::stopAndClose);
    presenter.onBrowse(new FolderOpener(links::tell)::browse);
    var view = new ShellView(model, presenter);
    WindowDrops.on(view, links::importRows, links::openTrace, engine::busy);
    window = new WorkbenchWindow(model, presenter, view, engine, settings, this::end);
    // What ends the program without a word, such as logging out, takes little with it.
    model.panel().subscribe((before, now) -> rememberSoFar());
  }

  private List<Panel> panels(Background background, DesktopExports exports, FileDialogs dialogs) {
    var dataModel = new DataModel();
    var dataPresenter =
        new DataPresenter(
            dataModel, workspace, background, engine, links::rowsChanged, this::switchTo);
    links.importer(dataPresenter::importPaths);
    var trainModel = new TrainModel();
    dataModel.windows().bind(trainModel.windows());
    var trainPresenter =
        new TrainPresenter(
            trainModel, workspace, background, engine, links::modelsChanged, links::openTrace);
    var predictModel = new PredictModel();
    var predictPresenter = new PredictPresenter(predictModel, workspace, background);
    links.commands(
        typed ->
            predictPresenter.suggest(typed).stream()
                .map(
                    found ->
                        new Command(
                            found.name(),
                            found.player() ? "player" : "opponent",
                            () -> {
                              links.show("Predict");
                              predictPresenter.ask(found);
                            }))
                .toList());
    links.onFinding(predictPresenter::refresh);
    predictModel.ready().subscribe(ready -> links.moreToFind());
    links.onModels(predictPresenter::refresh);
    links.onRows(predictPresenter::rowsChanged);
    var diagnoseModel = new DiagnoseModel();
    var calibrateModel = new CalibrateModel();
    var calibratePresenter = new CalibratePresenter(calibrateModel, workspace, background);
    var diagnosePresenter =
        new DiagnosePresenter(
            diagnoseModel,
            workspace,
            background,
            version -> {
              calibratePresenter.showChecks(version);
              links.show("Calibrate");
            });
    links.traces(diagnosePresenter::open);
    var backtestModel = new BacktestModel();
    var backtestPresenter = new BacktestPresenter(backtestModel, workspace, background, engine);
    var compareModel = new CompareModel();
    var comparePresenter =
        new ComparePresenter(compareModel, workspace, background, engine, links::modelsChanged);
    var modelsModel = new ModelsModel();
    var modelsPresenter =
        new ModelsPresenter(
            modelsModel,
            workspace,
            background,
            links::modelsChanged,
            new FolderOpener(links::tell),
            version -> {
              comparePresenter.choose(version);
              links.show("Compare");
            });
    return List.of(
        new DataPanel(dataModel, dataPresenter, exports, dialogs),
        new TrainPanel(trainModel, trainPresenter, exports),
        new DiagnosePanel(diagnoseModel, diagnosePresenter, exports, dialogs),
        new CalibratePanel(
            calibrateModel, calibratePresenter, backtestModel, backtestPresenter, exports),
        new ComparePanel(compareModel, comparePresenter, exports, dialogs),
        new PredictPanel(predictModel, predictPresenter, exports, dialogs),
        new ModelsPanel(modelsModel, modelsPresenter));
  }

  /// Opens the window.
  public void show() {
    window.show();
    presenter.refresh();
    window.onFirstFrame(
        () -> {
          patient.release();
          ahead.start();
        });
  }

  /// Opens a trace file in the Diagnose panel.
  void openTrace(Path file) {
    links.openTrace(file);
  }

  /// Brings a panel to the front.
  void show(Panel panel) {
    model.panel().set(panel);
  }

  /// The panels in the order of the rail.
  List<Panel> panels() {
    return model.panels();
  }

  /// The window, for tests and pictures.
  public WorkbenchWindow window() {
    return window;
  }

  /// The theme.
  public ObjectProperty<Theme> theme() {
    return model.theme();
  }

  /// A task is running and the user wants to leave: it ends with what it has first.
  private void stopAndClose() {
    Thread.ofPlatform()
        .name("closing")
        .start(
            () -> {
              try {
                engine.stopAndWait(60_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Platform.runLater(window::close);
            });
  }

  /// Another database: everything is opened anew on it.
  private void switchTo(DatabaseAddress address) {
    next = address;
    window.close();
  }

  private Settings asItIs() {
    Map<String, String> choices = new HashMap<>(settings.choices());
    model.panels().forEach(panel -> choices.putAll(panel.choices()));
    return window.placed(settings.with(model.theme().get(), model.panel().get().name(), choices));
  }

  private void rememberSoFar() {
    if (remembered) {
      return;
    }
    Settings now = asItIs();
    executor.execute(() -> write(now, false));
  }

  /// What is written as the window closes is the last, whoever comes later.
  private synchronized void write(Settings now, boolean last) {
    if (!remembered) {
      remembered = last;
      now.write(workspace.home().root());
    }
  }

  private void end() {
    ahead.stop();
    write(asItIs(), true);
    model.panels().forEach(Panel::close);
    executor.shutdown();
    ending.closed(next);
  }
}
