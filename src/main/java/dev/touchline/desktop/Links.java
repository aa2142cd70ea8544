/// What the panels tell each other through the window.
package dev.touchline.desktop;

import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.shell.Command;
import dev.touchline.desktop.shell.ShellModel;
import dev.touchline.desktop.shell.ShellPresenter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Panels are built before the window that they talk to; this stands between.
final class Links {
  private final List<Runnable> onModels = new ArrayList<>();
  private final List<Runnable> onRows = new ArrayList<>();
  private final List<Function<String, List<Command>>> sources = new ArrayList<>();
  private Runnable finding = () -> {};
  private Consumer<Path> traces = file -> {};
  private Consumer<List<Path>> importer = files -> {};
  private @Nullable ShellModel model;
  private @Nullable ShellPresenter presenter;

  void connect(ShellModel newModel, ShellPresenter newPresenter) {
    model = newModel;
    presenter = newPresenter;
    sources.forEach(newPresenter::addSource);
  }

  /// Someone wants to hear of new, deleted or newly served versions.
  void onModels(Runnable listener) {
    onModels.add(listener);
  }

  /// Someone wants to hear of new rows.
  void onRows(Runnable listener) {
    onRows.add(listener);
  }

  /// Someone has commands for what was typed into the finder.
  void commands(Function<String, List<Command>> source) {
    sources.add(source);
  }

  /// Who gets ready where somebody looks for a command.
  void onFinding(Runnable preparer) {
    finding = preparer;
  }

  /// Somebody looks for a command.
  void find() {
    finding.run();
  }

  /// Commands have come while somebody may be looking.
  void moreToFind() {
    if (presenter != null) {
      presenter.moreToFind();
    }
  }

  /// Who opens trace files.
  void traces(Consumer<Path> opener) {
    traces = opener;
  }

  /// Who imports rows.
  void importer(Consumer<List<Path>> newImporter) {
    importer = newImporter;
  }

  /// Files with rows were dropped on the window.
  void importRows(List<Path> files) {
    show("Data");
    importer.accept(files);
  }

  /// A trace file was handed to the program.
  void openTrace(Path file) {
    show("Diagnose");
    traces.accept(file);
  }

  /// A message under the top bar.
  void tell(Message message) {
    if (model != null) {
      model.message().set(message);
    }
  }

  /// Versions have come, gone, or another one is served.
  void modelsChanged() {
    refresh();
    onModels.forEach(Runnable::run);
  }

  /// Rows have come.
  void rowsChanged() {
    refresh();
    onRows.forEach(Runnable::run);
  }

  private void refresh() {
    if (presenter != null) {
      presenter.refresh();
    }
  }

  /// Brings a panel to the front.
  void show(String panel) {
    if (model != null) {
      model.panels().stream()
          .filter(p -> p.name().equals(panel))
          .findFirst()
          .ifPresent(model.panel()::set);
    }
  }
}
