/// The Data panel's cards about importing: the buttons, the progress, what the last import did.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.button;
import static dev.touchline.desktop.part.Nodes.card;

import dev.touchline.data.ImportReport;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.HelpEvent;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.TaskBar;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class ImportView extends VBox {
  private static final String FORMATS = "data-formats.md#player-match-csv";

  private final DataModel model;
  private final Button stop;
  private final Button rejected;
  private final List<Button> begins;

  /// The button that began the import that runs, where the keyboard waits for its end.
  private @Nullable Button began;

  ImportView(DataModel model, DataActions actions, FileDialogs dialogs) {
    super(12);
    this.model = model;
    stop = button("Stop", actions::stopImport);
    rejected = button("Show the rejected lines", () -> model.tab.set(Tab.REJECTED));
    begins =
        List.of(
            button(
                "Import files…",
                () ->
                    actions.importPaths(
                        dialogs.open(this, "Import", List.of("csv", "zip", "json"))),
                "primary"),
            button(
                "Import a folder…",
                () -> dialogs.folder(this, "Import").map(List::of).ifPresent(actions::importPaths)),
            button("Load the sample", actions::loadSample));
    getChildren().addAll(imports(), report());
    keepTheFocus();
  }

  /// Buttons that are off or gone lose the focus to the next control, or to the first one of the
  /// window. Who began an import by one waits upon Stop, and then comes back, or to what was
  /// rejected; who went elsewhere meanwhile stays there.
  private void keepTheFocus() {
    model.importing.subscribe(
        (before, now) -> {
          if (now) {
            began = begins.stream().filter(Node::isFocused).findFirst().orElse(null);
            if (began != null) {
              stop.requestFocus();
            }
          }
          comeBack();
        });
    model.busy.subscribe(now -> comeBack());
    stop.focusedProperty()
        .subscribe(
            (before, now) -> {
              if (!now && model.importing.get()) {
                began = null;
              }
            });
  }

  /// The engine is done a moment after the import, and only then are the buttons on again.
  private void comeBack() {
    Button back = began;
    if (back != null && !model.importing.get() && !model.busy.get()) {
      began = null;
      Platform.runLater(() -> (rejected.isVisible() ? rejected : back).requestFocus());
    }
  }

  private Node imports() {
    Button files = begins.get(0);
    files.setId("data-import");
    Button folder = begins.get(1);
    folder.setId("data-import-folder");
    Button sample = begins.get(2);
    sample.setId("data-sample");
    for (Button one : begins) {
      one.disableProperty().bind(model.busy);
      one.setMaxWidth(Double.MAX_VALUE);
      one.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
      HBox.setHgrow(one, Priority.ALWAYS);
    }
    Label hint = text("");
    hint.textProperty()
        .bind(
            Bindings.when(model.busy.and(model.importing.not()))
                .then("A task is running; importing waits until it has ended.")
                .otherwise("Or drop files, folders or zips anywhere on the window."));
    return card(
        "Import",
        new HBox(8, files, folder),
        new HBox(8, sample),
        hint,
        progress(),
        bar(model.importMessage));
  }

  private static Node bar(ObservableValue<Message> message) {
    var bar = new MessageBar(message);
    bar.setId("data-import-message");
    return bar;
  }

  private Node progress() {
    Label detail = text("");
    detail.setId("data-progress");
    detail.textProperty().bind(model.progress);
    var bar = new TaskBar("Import progress", model.share, model.importing);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    stop.setId("data-stop");
    stop.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var line = new HBox(10, bar, stop);
    line.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(4, detail, line);
    box.visibleProperty().bind(model.importing);
    box.managedProperty().bind(model.importing);
    return box;
  }

  private Node report() {
    var summary = new Label();
    summary.setId("data-report");
    summary.setWrapText(true);
    summary.setMinHeight(USE_PREF_SIZE);
    rejected.setId("data-show-rejected");
    rejected.setMaxWidth(Double.MAX_VALUE);
    rejected.setMinHeight(USE_PREF_SIZE);
    var formats = new Hyperlink("How files must look");
    formats.setId("data-formats");
    formats.setOnAction(event -> formats.fireEvent(new HelpEvent(FORMATS)));
    model.report.subscribe(
        (@Nullable ImportReport report) -> {
          boolean wrong = report != null && !report.rejected().isEmpty();
          rejected.setVisible(wrong);
          rejected.setManaged(wrong);
          rejected.setText(wrong && refusedWhole(report) ? "Show why" : "Show the rejected lines");
          formats.setVisible(wrong);
          formats.setManaged(wrong);
          summary.setText(report == null ? "Nothing was imported since the start." : words(report));
          summary
              .getStyleClass()
              .setAll("label", report == null ? "muted" : wrong ? "caution" : "good");
        });
    VBox card = card("Last import", summary, rejected, formats);
    model.importing.subscribe(
        now -> {
          card.setVisible(!now);
          card.setManaged(!now);
        });
    return card;
  }

  /// Whether no line of any file could be read: counts of lines would say nothing.
  static boolean refusedWhole(ImportReport report) {
    return report.read() == 0 && report.rejected().stream().allMatch(one -> one.line() == 0);
  }

  static String words(ImportReport report) {
    boolean taken = report.added() + report.updated() + report.unchanged() > 0;
    boolean wrong = !report.rejected().isEmpty();
    String facts =
        wrong && refusedWhole(report)
            ? "▲ "
                + (report.files() == 1 ? "The file was" : "The files were")
                + " refused as a whole."
            : "%s %s read: %s new, %s updated, %s unchanged, %s rejected; %s."
                .formatted(
                    !wrong ? "●" : "▲",
                    Words.count(report.read(), "line"),
                    Digits.whole(report.added()),
                    Digits.whole(report.updated()),
                    Digits.whole(report.unchanged()),
                    Digits.whole(report.rejected().size()),
                    Words.count(report.matches(), "match"));
    String nothing = wrong && !taken ? "\nNothing was taken." : "";
    String notes = report.notes().isEmpty() ? "" : "\n" + String.join("\n", report.notes());
    return facts + nothing + notes;
  }

  private static Label text(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("small", "muted");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
