/// The Compare panel: verdict on top; single-task, multi-task and difference side by side.
package dev.touchline.desktop.compare;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class CompareView extends VBox {
  private final CompareModel model;
  private final CompareActions actions;
  private final FileDialogs dialogs;
  private final List<PropComparisonRow> rows = new ArrayList<>();

  CompareView(
      CompareModel model, CompareActions actions, ChartExports exports, FileDialogs dialogs) {
    this.model = model;
    this.actions = actions;
    this.dialogs = dialogs;
    getStyleClass().add("panel");
    var props = new VBox(8, headings());
    for (Prop prop : Prop.values()) {
      var row = new PropComparisonRow(prop, model, exports);
      rows.add(row);
      VBox.setVgrow(row, Priority.ALWAYS);
      props.getChildren().add(row);
    }
    props.getChildren().add(new AverageRow(model));
    var scroll = Nodes.scrolling(props);
    scroll.visibleProperty().bind(model.result.isNotNull());
    scroll.managedProperty().bind(model.result.isNotNull());
    getChildren().addAll(head(), new MessageBar(model.message), verdict(), scroll, empty());
  }

  private Node head() {
    var version = new ComboBox<String>(model.versions);
    version.setId("compare-version");
    version.setAccessibleText("Multi-task version");
    version.setPrefWidth(240);
    version.setMinWidth(120);
    version.valueProperty().bindBidirectional(model.version);
    version.disableProperty().bind(model.running);
    var settings = new ToggleButton("Settings");
    settings.setId("compare-settings");
    settings.setMinWidth(USE_PREF_SIZE);
    settings.selectedProperty().bindBidirectional(model.formShown);
    var progress = new Label();
    progress.textProperty().bind(model.progress);
    progress.getStyleClass().add("small");
    progress.visibleProperty().bind(model.running);
    progress.managedProperty().bind(model.running);
    progress.setMinWidth(USE_PREF_SIZE);
    Button compare = Nodes.button("Compare", actions::compare, "primary");
    compare.setId("compare-run");
    compare.disableProperty().bind(model.ready.not());
    compare.visibleProperty().bind(model.running.not());
    compare.managedProperty().bind(model.running.not());
    Button stop = Nodes.button("Stop", actions::stop);
    stop.setId("compare-stop");
    stop.visibleProperty().bind(model.running);
    stop.managedProperty().bind(model.running);
    Button save =
        Nodes.button(
            "Save report…",
            () ->
                dialogs
                    .save(this, "Save the report", "model_comparison_results.md")
                    .ifPresent(actions::save));
    save.setId("compare-save");
    save.disableProperty().bind(model.result.isNull());
    for (Button button : List.of(compare, stop, save)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    var label = new Label("Multi-task version");
    label.getStyleClass().add("strong");
    label.setMinWidth(USE_PREF_SIZE);
    var bar = new HBox(10, label, version, settings, Nodes.spacer(), progress, compare, stop, save);
    bar.setAlignment(Pos.CENTER_LEFT);
    var form = new CompareForm(model, actions);
    form.visibleProperty().bind(model.formShown);
    form.managedProperty().bind(model.formShown);
    var card = new VBox(10, bar, form);
    card.getStyleClass().add("card");
    return card;
  }

  private Node verdict() {
    var headline = new Label();
    headline.setId("compare-verdict");
    headline.textProperty().bind(model.headline);
    headline.setMinWidth(USE_PREF_SIZE);
    model.result.subscribe(
        (@Nullable ComparisonResult result) ->
            headline
                .getStyleClass()
                .setAll(
                    "label",
                    "headline",
                    result == null
                        ? "muted"
                        : switch (result.verdict()) {
                          case USE_MULTI_TASK -> "good";
                          case NEED_FULL_COMPARISON -> "bad";
                          case INCONCLUSIVE -> "caution";
                        }));
    var basis = new Label();
    basis.setId("compare-basis");
    basis.textProperty().bind(model.basis);
    basis.setWrapText(true);
    basis.getStyleClass().add("muted");
    basis.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(basis, Priority.ALWAYS);
    var card = new HBox(24, headline, basis);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("card");
    card.visibleProperty().bind(model.result.isNotNull());
    card.managedProperty().bind(model.result.isNotNull());
    return card;
  }

  private Node headings() {
    var single = Nodes.whole(new Label());
    single.textProperty().bind(model.singleNames.map(names -> "Single-task: " + names));
    var multi = Nodes.whole(new Label());
    multi.textProperty().bind(model.multiName.map(name -> "Multi-task: " + name));
    var difference = new Label("Difference: multi-task minus single-task");
    var row = new HBox(12);
    List<Label> labels = List.of(single, multi, difference);
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      label.getStyleClass().add("strong");
      label.setPrefWidth(PropComparisonRow.WIDTHS[i]);
      label.setMinWidth(0);
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
      row.getChildren().add(label);
    }
    row.setMinHeight(USE_PREF_SIZE);
    return row;
  }

  private Node empty() {
    var title = new Label();
    title.getStyleClass().add("empty-title");
    var text = new Label();
    text.getStyleClass().add("muted");
    Runnable say =
        () -> {
          boolean none = CompareModel.NEW.equals(model.version.get());
          title.setText(model.running.get() ? "Comparing…" : "Nothing compared yet");
          text.setText(
              model.running.get()
                  ? "Models that are missing are trained first. Everything else stays usable."
                  : none
                      ? "Press Compare: the multi-task model and the single-task models are trained"
                          + " first."
                      : "Press Compare: single-task models that are missing are trained first.");
        };
    model.version.subscribe(version -> say.run());
    model.running.subscribe(running -> say.run());
    say.run();
    var box = new VBox(6, title, text);
    box.setAlignment(Pos.CENTER);
    VBox.setVgrow(box, Priority.ALWAYS);
    box.visibleProperty().bind(model.result.isNull());
    box.managedProperty().bind(model.result.isNull());
    return box;
  }

  void theme(Palette palette) {
    rows.forEach(row -> row.theme(palette));
  }
}
