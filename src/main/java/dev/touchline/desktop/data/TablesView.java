/// The lower part of the Data panel: one of its tables, chosen by a row of buttons.
package dev.touchline.desktop.data;

import dev.touchline.data.ImportReport;
import dev.touchline.data.Rejection;
import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class TablesView extends VBox {
  private final DataModel model;
  private final StackPane content = new StackPane();

  TablesView(DataModel model, DataActions actions, FileDialogs dialogs) {
    this.model = model;
    getStyleClass().add("card");
    var tabs = new Segments<>("data-tab", List.of(Tab.values()), Tab::words, model.tab);
    tabs.name(Tab.CHECKS.ordinal(), model.status.map(TablesView::checksTitle).orElse("Checks"));
    tabs.name(
        Tab.REJECTED.ordinal(),
        model.report.map(TablesView::rejectedTitle).orElse(Tab.REJECTED.words()));
    tabs.setMinWidth(USE_PREF_SIZE);
    TableView<Rejection> rejected = FindingsView.rejected(model);
    TableView<IdentityLine> identities = FindingsView.identities(model);
    tabs.name(
        Tab.IDENTITIES.ordinal(),
        Bindings.createStringBinding(() -> identitiesTitle(model), model.identities));
    var head =
        new HBox(
            10,
            tabs,
            Nodes.spacer(),
            rowsTools(actions, dialogs),
            copy(rejected),
            decide(identities, actions));
    head.setAlignment(Pos.CENTER_LEFT);
    add(Tab.ROWS, new RowsView(model, actions));
    add(Tab.COMPETITIONS, FindingsView.competitions(model));
    add(Tab.CHECKS, FindingsView.checks(model));
    add(Tab.IDENTITIES, identities);
    add(Tab.REJECTED, rejected);
    content.setMinHeight(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(head, content);
  }

  private void add(Tab tab, Node node) {
    seenIn(tab, node);
    content.getChildren().add(node);
  }

  private void seenIn(Tab tab, Node node) {
    node.visibleProperty().bind(model.tab.isEqualTo(tab));
    node.managedProperty().bind(node.visibleProperty());
  }

  private Node rowsTools(DataActions actions, FileDialogs dialogs) {
    var count = new Label();
    count.setId("data-count");
    count.getStyleClass().add("card-note");
    count.setMinWidth(USE_PREF_SIZE);
    count.textProperty().bind(model.count);
    Button reload = Nodes.button("Reload", actions::refresh);
    reload.setId("data-reload");
    Button export =
        Nodes.button(
            "Export these…",
            () -> dialogs.save(this, "Export the rows", "rows.csv").ifPresent(actions::export));
    export.setId("data-export");
    export
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> model.shown.get().isEmpty(), model.shown));
    for (Button button : List.of(reload, export)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    var tools = new HBox(8, count, reload, export);
    tools.setAlignment(Pos.CENTER_RIGHT);
    seenIn(Tab.ROWS, tools);
    return tools;
  }

  private Node copy(TableView<Rejection> table) {
    Button copy = Nodes.button("Copy", () -> Nodes.copy(Nodes.tsv(table)));
    copy.setId("data-copy-rejected");
    copy.setAccessibleText("Copy the rejected lines");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.disableProperty().bind(Bindings.isEmpty(table.getItems()));
    seenIn(Tab.REJECTED, copy);
    return copy;
  }

  private Node decide(TableView<IdentityLine> table, DataActions actions) {
    var chosen = table.getSelectionModel().selectedItemProperty();
    Button join = decision("They are one", "data-merge", table, actions);
    join.setTooltip(new Tooltip("Read the rows of both under one id; can be taken back"));
    join.disableProperty().bind(chosen.map(IdentityLine::merged).orElse(true));
    Button split = decision("Take back", "data-split", table, actions);
    split.setTooltip(new Tooltip("Read the rows under the ids they were imported with"));
    split.disableProperty().bind(chosen.map(line -> !line.merged()).orElse(true));
    var tools = new HBox(8, join, split);
    tools.setAlignment(Pos.CENTER_RIGHT);
    seenIn(Tab.IDENTITIES, tools);
    return tools;
  }

  private static Button decision(
      String words, String id, TableView<IdentityLine> table, DataActions actions) {
    Button button =
        Nodes.button(
            words,
            () -> {
              IdentityLine line = table.getSelectionModel().getSelectedItem();
              if (line != null) {
                actions.decide(line);
              }
            });
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static String identitiesTitle(DataModel model) {
    long open = model.identities.stream().filter(line -> !line.merged()).count();
    return Tab.IDENTITIES.words() + (open == 0 ? "" : " ▲ " + Digits.whole(open));
  }

  private static String checksTitle(StoreStatus status) {
    int found = status.problems().size();
    return found == 0 ? "Checks" : "Checks ▲ " + Digits.whole(found);
  }

  private static String rejectedTitle(ImportReport report) {
    int lines = report.rejected().size();
    return Tab.REJECTED.words() + (lines == 0 ? "" : " ▲ " + Digits.whole(lines));
  }
}
