/// The form of the Train panel: what to train, and the buttons.
package dev.touchline.desktop.train;

import static dev.touchline.desktop.part.Nodes.field;
import static dev.touchline.desktop.part.Nodes.input;

import dev.touchline.desktop.part.DateField;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelVariant;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class TrainForm extends VBox {
  private static final List<String> FACTS =
      List.of("Training", "Validation", "Players · teams", "Parameters", "Trace, at most");

  private final TrainModel model;
  private final TrainActions actions;

  /// The name of the next run.
  private final TextField name;

  TrainForm(TrainModel model, TrainActions actions) {
    this.model = model;
    this.actions = actions;
    name = input("train-version", model.version);
    getStyleClass().add("card");
    setMinWidth(290);
    setPrefWidth(290);
    setMaxWidth(290);
    var title = new Label("Training run");
    title.getStyleClass().add("card-title");
    var fields =
        new VBox(9, windows(), competition(), sampler(), version(), propsChoice(), modelChoice());
    fields.disableProperty().bind(model.running);
    var scrolled = new VBox(10, fields, preview());
    var scroll = new ScrollPane(scrolled);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    scrolled.heightProperty().subscribe(height -> scroll.setMaxHeight(height.doubleValue() + 2));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(title), scroll, problem(), buttons());
  }

  private Node head(Label title) {
    var presets = new MenuButton("Presets");
    presets.setId("train-presets");
    presets.getStyleClass().add("small-menu");
    presets.disableProperty().bind(model.running);
    for (DatePreset preset : DatePreset.values()) {
      var item = new MenuItem(preset.label());
      item.setOnAction(event -> actions.suggestDates(preset));
      presets.getItems().add(item);
    }
    var head = new HBox(title, Nodes.spacer(), presets);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node windows() {
    return new VBox(
        9,
        new HBox(
            8,
            field("Training from", new DateField("train-start", model.trainStart)),
            field("to", new DateField("train-end", model.trainEnd))),
        field("Validation until", new DateField("validation-end", model.validationEnd)));
  }

  private Node competition() {
    var choice = new ComboBox<String>(model.competitions);
    choice.setId("train-competition");
    choice.valueProperty().bindBidirectional(model.competition);
    return field("Competition", choice);
  }

  private Node sampler() {
    return new HBox(
        8,
        field("Draws", input("train-draws", model.draws)),
        field("Chains", input("train-chains", model.chains)),
        field("Warm-up", input("train-tune", model.tune)));
  }

  private Node version() {
    return new HBox(8, field("Version", name), field("Seed", input("train-seed", model.seed)));
  }

  private Node propsChoice() {
    List<String> names = new ArrayList<>(List.of(TrainModel.MULTI_TASK));
    for (Prop prop : Prop.values()) {
      names.add(prop.key());
    }
    return field(
        "Props: all together, or one alone",
        new Segments<>(
            "train-props",
            names,
            name -> Character.toUpperCase(name.charAt(0)) + name.substring(1),
            model.learned));
  }

  private Node modelChoice() {
    var summary = new Label();
    summary.setId("train-model-summary");
    summary.getStyleClass().addAll("small", "muted");
    summary.setWrapText(true);
    summary.setMinHeight(USE_PREF_SIZE);
    model.variant.subscribe(variant -> summary.setText("Its rate: " + variant.summary() + "."));
    return new VBox(
        4,
        field(
            "Model",
            new Segments<>(
                "train-model",
                List.of(ModelVariant.values()),
                variant ->
                    Character.toUpperCase(variant.key().charAt(0)) + variant.key().substring(1),
                model.variant)),
        summary);
  }

  private Node preview() {
    var grid = new GridPane(8, 5);
    grid.getStyleClass().add("facts");
    grid.getColumnConstraints().add(new ColumnConstraints());
    var right = new ColumnConstraints();
    right.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(right);
    model.preview.subscribe(
        now -> {
          grid.getChildren().clear();
          if (now.equals(Preview.NONE)) {
            FACTS.forEach(name -> fact(grid, name, "–"));
            return;
          }
          fact(grid, FACTS.get(0), counts(now.trainingRows(), now.trainingMatches()));
          fact(grid, FACTS.get(1), counts(now.validationRows(), now.validationMatches()));
          fact(grid, FACTS.get(2), now.players() + " · " + now.opponents());
          fact(grid, FACTS.get(3), Digits.whole(now.scalars()));
          fact(grid, FACTS.get(4), Digits.megabytes(now.traceBytes()));
        });
    return grid;
  }

  private static String counts(int rows, int matches) {
    return "%s rows · %s matches".formatted(Digits.whole(rows), Digits.whole(matches));
  }

  private static void fact(GridPane grid, String name, String value) {
    var key = new Label(name);
    key.getStyleClass().addAll("small", "muted");
    var text = new Label(value);
    text.getStyleClass().add("small");
    text.setMaxWidth(Double.MAX_VALUE);
    text.setAlignment(Pos.CENTER_RIGHT);
    GridPane.setHgrow(text, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), key, text);
  }

  private Node problem() {
    var problem = new Label();
    problem.setId("train-problem");
    problem.textProperty().bind(model.problem);
    problem.getStyleClass().addAll("caution", "small");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    var shown = model.problem.isNotEmpty().and(model.running.not());
    problem.visibleProperty().bind(shown);
    problem.managedProperty().bind(shown);
    return problem;
  }

  private Node buttons() {
    Button train = Nodes.button("Train", actions::train, "primary");
    train.setId("train-go");
    train.setMaxWidth(Double.MAX_VALUE);
    train.disableProperty().bind(model.ready.not().or(model.running));
    Button stop = Nodes.button("Stop and keep", actions::stop);
    stop.setId("train-stop");
    stop.setMaxWidth(Double.MAX_VALUE);
    stop.disableProperty().bind(model.running.not().or(model.stopping));
    model.stopping.subscribe(now -> stop.setText(now ? "Stopping…" : "Stop and keep"));
    // A run that ends takes the keyboard from Stop; Train would begin another one by the key that
    // was meant for Stop, so the next run's name gets it.
    stop.focusedProperty()
        .subscribe(
            (before, now) -> {
              if (!now && stop.isDisabled() && !model.running.get()) {
                Platform.runLater(name::requestFocus);
              }
            });
    var hint =
        new Label("Everything else stays usable. Stopping keeps the draws made so far in a file.");
    hint.getStyleClass().addAll("small", "muted");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.visibleProperty().bind(model.running);
    hint.managedProperty().bind(model.running);
    // Side by side, and both always there: where the form is low the hint moves them up, and the
    // second of two quick clicks upon Train must not stop what the first began; nor must a click
    // meant for Stop that comes as the run ends begin another one.
    var both = new HBox(8, train, stop);
    for (Button button : List.of(train, stop)) {
      button.setPrefWidth(80);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    return new VBox(8, both, hint);
  }
}
