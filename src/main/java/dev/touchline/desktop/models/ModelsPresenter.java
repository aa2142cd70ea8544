/// The Models panel's way to the store.
package dev.touchline.desktop.models;

import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Message;
import dev.touchline.fault.Fault;
import dev.touchline.work.ModelStore;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Calls the model store; touches no node.
public final class ModelsPresenter implements ModelsActions {
  private final ModelsModel model;
  private final ModelStore store;
  private final Background background;
  private final Runnable servedChanged;
  private final Consumer<Path> folderOpener;
  private final Consumer<String> comparer;
  private @Nullable Runnable asked;

  /// `servedChanged` is told when another version may be served; `folderOpener` shows folders,
  /// `comparer` takes the user to the comparison of a version.
  public ModelsPresenter(
      ModelsModel model,
      Workspace workspace,
      Background background,
      Runnable servedChanged,
      Consumer<Path> folderOpener,
      Consumer<String> comparer) {
    this.model = model;
    store = workspace.models();
    this.background = background;
    this.servedChanged = servedChanged;
    this.folderOpener = folderOpener;
    this.comparer = comparer;
  }

  @Override
  public void refresh() {
    background.run(
        () -> store.list().stream().map(ModelRow::of).toList(), this::show, this::failed);
  }

  private void show(List<ModelRow> rows) {
    ModelRow before = model.chosen.get();
    model.rows.setAll(rows);
    model.chosen.set(
        rows.stream()
            .filter(row -> before != null && row.version().equals(before.version()))
            .findFirst()
            .orElse(rows.isEmpty() ? null : rows.getFirst()));
  }

  @Override
  public void serve() {
    onChosen(
        row ->
            act(
                () -> {
                  store.serve(row.version());
                  return "Predictions use " + row.version() + " now.";
                }));
  }

  @Override
  public void verify() {
    onChosen(
        row -> {
          model.working.set(true);
          background.run(
              () -> store.verify(store.find(row.version())),
              problems -> {
                model.working.set(false);
                model.message.set(
                    problems.isEmpty()
                        ? Message.done(row.version() + " is sound.")
                        : new Message(
                            Message.Kind.FAILED,
                            row.version() + ": " + String.join(" ", problems),
                            "Delete it and train it anew, or restore its folder from a copy."));
              },
              this::failed);
        });
  }

  @Override
  public void askToDelete() {
    onChosen(
        row ->
            ask(
                "Delete " + row.version() + " with its trace and results?",
                () ->
                    act(
                        () -> {
                          store.delete(row.version());
                          return row.version() + " is deleted.";
                        })));
  }

  @Override
  public void askToPrune(int keep) {
    ask(
        "Delete all but the newest %d versions (the served one stays)?".formatted(keep),
        () ->
            act(
                () -> {
                  List<String> deleted = store.prune(keep);
                  return deleted.isEmpty()
                      ? "Nothing to delete."
                      : "Deleted: " + String.join(", ", deleted) + ".";
                }));
  }

  private void ask(String question, Runnable action) {
    asked = action;
    model.message.set(Message.NONE);
    model.question.set(question);
  }

  @Override
  public void confirm() {
    Runnable action = asked;
    cancel();
    if (action != null) {
      action.run();
    }
  }

  @Override
  public void cancel() {
    asked = null;
    model.question.set("");
  }

  @Override
  public void compare() {
    onChosen(row -> comparer.accept(row.version()));
  }

  @Override
  public void openFolder() {
    onChosen(row -> folderOpener.accept(store.folder(row.version())));
  }

  private void onChosen(Consumer<ModelRow> action) {
    ModelRow row = model.chosen.get();
    if (row != null) {
      action.accept(row);
    }
  }

  private void act(Callable<String> action) {
    model.working.set(true);
    background.run(
        action,
        sentence -> {
          model.working.set(false);
          model.message.set(Message.done(sentence));
          refresh();
          servedChanged.run();
        },
        this::failed);
  }

  private void failed(Fault fault) {
    model.working.set(false);
    model.message.set(Message.of(fault));
  }
}
