/// The window around the panels: top bar, rail, panel, help, status bar, command finder.
package dev.touchline.desktop.shell;

import dev.touchline.desktop.help.HelpView;
import dev.touchline.desktop.part.HelpEvent;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Panel;
import dev.touchline.desktop.part.TaskBar;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/// Nodes and bindings.
public final class ShellView extends StackPane {
  /// What every panel can be read and used in: what a screen of 1280 × 720 leaves it at least.
  public static final double LEAST_WIDTH = 1190;

  /// The same, its height.
  public static final double LEAST_HEIGHT = 560;

  /// Below this the rail's buttons move together, so that the smallest window shows them all.
  private static final double ROOMY_RAIL = 392;

  private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

  private final ShellModel model;
  private final ShellActions actions;
  private final BorderPane frame = new BorderPane();

  /// A window of this model.
  public ShellView(ShellModel model, ShellActions actions) {
    this.model = model;
    this.actions = actions;
    frame.setTop(new VBox(topBar(), closing(), new MessageBar(model.message)));
    frame.setLeft(rail());
    frame.setBottom(statusBar());
    frame.setCenter(panelWithHelp());
    addEventHandler(
        HelpEvent.OPEN,
        asked -> {
          model.helpTopic.set(asked.topic());
          model.helpShown.set(true);
        });
    // A frame that needs more than there is would be centred, and its top bar cut off.
    setAlignment(frame, Pos.TOP_LEFT);
    getChildren().addAll(frame, new FinderView(model, actions));
  }

  /// A panel gives way to its own help; a page, which is wider, lies over it. Where less room is
  /// left than a panel needs, it can be scrolled.
  private Node panelWithHelp() {
    var help = new HelpView(model.panel, model.helpShown, model.helpTopic, actions::browse);
    var panelInFront = new StackPane();
    panelInFront.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    var place = new StackPane(new PanelScroll(panelInFront), help);
    place.setAlignment(Pos.TOP_LEFT);
    setAlignment(help, Pos.TOP_RIGHT);
    place.setMinSize(0, 0);
    model.helpShown.subscribe(
        shown -> place.setPadding(new Insets(0, shown ? HelpView.WIDTH : 0, 0, 0)));
    setMargin(help, new Insets(0, -HelpView.WIDTH, 0, 0));
    model.panel.subscribe(panel -> panelInFront.getChildren().setAll(panel.node()));
    return place;
  }

  private Node topBar() {
    var brand = new Label("Touchline");
    brand.getStyleClass().add("brand");
    brand.setMinWidth(USE_PREF_SIZE);
    var dot = new Label("●");
    dot.setMinWidth(USE_PREF_SIZE);
    model.servedGood.subscribe(
        good -> dot.getStyleClass().setAll("label", good ? "good" : "caution"));
    var version = Nodes.whole(new Label());
    version.textProperty().bind(model.served);
    version.getStyleClass().add("strong");
    version.managedProperty().bind(model.served.isNotEmpty());
    var verdict = Nodes.whole(new Label());
    verdict.textProperty().bind(model.servedVerdict);
    var served = new HBox(dot, version, verdict);
    served.getStyleClass().add("served");
    served.setMaxHeight(28);
    Button finder = Nodes.button("", () -> model.finderShown.set(true), "finder-button");
    var shortcut = new Label("Ctrl K");
    shortcut.getStyleClass().add("card-note");
    var wanted = new Label("Find a command, player, team …");
    wanted.getStyleClass().add("muted");
    var inside = new HBox(wanted, Nodes.spacer(), shortcut);
    inside.setPrefWidth(255);
    finder.setGraphic(inside);
    finder.setAccessibleText("Find a command, player or team");
    finder.setMinWidth(USE_PREF_SIZE);
    Button theme = Nodes.button("", () -> model.theme.set(model.theme.get().other()), "quiet");
    theme.setMinWidth(USE_PREF_SIZE);
    model.theme.subscribe(
        now ->
            theme.setText(
                now.other().name().charAt(0)
                    + now.other().name().substring(1).toLowerCase(java.util.Locale.ROOT)));
    theme.setAccessibleText("Switch between light and dark");
    Button help = Nodes.button("Help", () -> model.helpShown.set(!model.helpShown.get()), "quiet");
    help.setMinWidth(USE_PREF_SIZE);
    var bar = new HBox(brand, served, Nodes.spacer(), finder, theme, help);
    bar.getStyleClass().add("top-bar");
    return bar;
  }

  private Node closing() {
    var text =
        new Label("A task is running. Close now? What it has so far is kept where it can be.");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    Button anyway = Nodes.button("Stop, keep and close", actions::closeAnyway, "primary");
    anyway.setId("shell-close-anyway");
    anyway.setMinWidth(USE_PREF_SIZE);
    Button stay = Nodes.button("Stay", actions::stay);
    stay.setId("shell-stay");
    stay.setMinWidth(USE_PREF_SIZE);
    var bar = new HBox(10, text, Nodes.spacer(), anyway, stay);
    model.closing.subscribe(
        asked -> {
          if (asked) {
            stay.requestFocus();
          }
        });
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("message", "caution");
    bar.visibleProperty().bind(model.closing);
    bar.managedProperty().bind(model.closing);
    return bar;
  }

  private Node rail() {
    var rail = new VBox();
    rail.getStyleClass().add("rail");
    rail.setMinHeight(0);
    rail.heightProperty()
        .subscribe(
            height -> rail.pseudoClassStateChanged(SHORT, height.doubleValue() < ROOMY_RAIL));
    var group = new ToggleGroup();
    for (Panel panel : model.panels) {
      var icon = new SVGPath();
      icon.setContent(panel.icon());
      icon.getStyleClass().add("icon");
      var button = new ToggleButton(panel.name(), icon);
      button.setToggleGroup(group);
      button.getStyleClass().setAll("rail-button");
      button.setAccessibleText(panel.name() + " panel");
      button.setOnAction(event -> button.setSelected(true));
      model.panel.subscribe(now -> button.setSelected(now == panel));
      // Arrow keys choose without an action.
      button
          .selectedProperty()
          .subscribe(
              selected -> {
                if (selected) {
                  model.panel.set(panel);
                }
              });
      rail.getChildren().add(button);
    }
    return rail;
  }

  private Node statusBar() {
    var task = new Label();
    model.task.subscribe(name -> task.setText(name.isEmpty() ? "Ready" : name));
    var progress =
        new TaskBar("Progress of the running task", model.taskShare, model.task.isNotEmpty());
    progress.setPrefWidth(160);
    var detail = new Label();
    detail.textProperty().bind(model.taskDetail);
    Button stop = Nodes.button("■ Stop", actions::stopTask, "quiet");
    for (Node node : new Node[] {progress, detail, stop}) {
      node.visibleProperty().bind(model.task.isNotEmpty());
      node.managedProperty().bind(model.task.isNotEmpty());
    }
    var database = new Label();
    database.textProperty().bind(model.database);
    var memory = new Label();
    memory.textProperty().bind(model.memory);
    var bar = new HBox(task, progress, detail, stop, Nodes.spacer(), database, memory);
    bar.getStyleClass().add("status-bar");
    return bar;
  }
}
