/// The question: player, opponent, venue, minutes, features.
package dev.touchline.desktop.predict;

import static dev.touchline.desktop.part.Nodes.field;

import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import dev.touchline.football.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Nodes and bindings.
final class QuestionView extends VBox {
  private static final double MOST_MINUTES = 120;
  private static final String ANY = "any";

  private final PredictModel model;
  private final PredictActions actions;
  private final VBox features = new VBox(8);
  private final TextField player = new TextField();
  private boolean awaitsPlayer;

  QuestionView(PredictModel model, PredictActions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("card");
    setMinWidth(284);
    setPrefWidth(284);
    setMaxWidth(284);
    var tabs =
        new Segments<>(
            "predict-tab",
            List.of(PredictModel.Tab.values()),
            tab ->
                tab.name().charAt(0) + tab.name().substring(1).toLowerCase(java.util.Locale.ROOT),
            model.tab);
    model.pinned.subscribe(() -> countPins(tabs));
    var question =
        new VBox(
            9,
            player(),
            newcomer(),
            team(),
            opponent(),
            venueAndInterval(),
            minutes(),
            features,
            problem(),
            backToForm());
    question.disableProperty().bind(model.ready.not());
    // A scrolled pane takes its content in with its first frame.
    player
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null && awaitsPlayer) {
                Platform.runLater(this::focusPlayer);
              }
            });
    model.ready.subscribe(
        ready -> {
          if (ready && awaitsPlayer) {
            Platform.runLater(this::focusPlayer);
          } else if (!ready && getScene() != null && getScene().getFocusOwner() == player) {
            // Another version is being opened: what was being typed goes on after it.
            awaitsPlayer = true;
          }
        });
    var scroll = new ScrollPane(question);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(tabs, scroll);
    model.features.subscribe(this::showFeatures);
  }

  /// Next to the fields that it speaks of; the answer's card says it too, where there is none.
  private Node problem() {
    var problem = new Label();
    problem.setId("predict-problem");
    problem.textProperty().bind(model.problem);
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.getStyleClass().addAll("small", "caution");
    problem.visibleProperty().bind(model.problem.isNotEmpty());
    problem.managedProperty().bind(model.problem.isNotEmpty());
    return problem;
  }

  /// The next key begins a player's name: now, or as soon as a version is open if nothing else is
  /// being typed by then.
  void focusPlayer() {
    boolean first = !awaitsPlayer;
    awaitsPlayer = !model.ready.get() || player.getScene() == null;
    if (!awaitsPlayer && !player.isDisabled() && (first || !typing())) {
      player.requestFocus();
    }
  }

  /// Whether keys go into a field that can be seen: panels that are not in front keep theirs.
  private boolean typing() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    boolean typing = owner instanceof TextInputControl;
    for (Node node = owner; node != null; node = node.getParent()) {
      typing &= node.isVisible();
    }
    return typing;
  }

  /// The tab says how many answers wait on it.
  private void countPins(Segments<PredictModel.Tab> tabs) {
    var tab = (ToggleButton) tabs.getChildren().get(PredictModel.Tab.PINNED.ordinal());
    tab.setText(model.pinned.isEmpty() ? "Pinned" : "Pinned " + model.pinned.size());
  }

  private Node player() {
    player.setId("predict-player");
    player.setPromptText("a part of the name");
    player.textProperty().bindBidirectional(model.player);
    player.disableProperty().bind(model.newcomer);
    return suggested(
        "Player", player, model.players, actions::choosePlayer, "Nobody is called so.");
  }

  private Node team() {
    var text = new TextField();
    text.setId("predict-team");
    text.promptTextProperty().bind(model.lastTeam);
    text.textProperty().bindBidirectional(model.team);
    Node node =
        suggested("His team", text, model.teams, actions::chooseTeam, "No team is called so.");
    node.visibleProperty().bind(model.teamAsked);
    node.managedProperty().bind(model.teamAsked);
    return node;
  }

  private Node opponent() {
    var text = new TextField();
    text.setId("predict-opponent");
    text.setPromptText("empty: the average opponent");
    text.textProperty().bindBidirectional(model.opponent);
    return suggested(
        "Opponent", text, model.opponents, actions::chooseOpponent, "No opponent is called so.");
  }

  private static Node suggested(
      String label,
      TextField text,
      ObservableList<Suggestion> names,
      Consumer<Suggestion> choose,
      String none) {
    return SuggestionList.under(field(label, text), new SuggestionList(text, names, choose, none));
  }

  private Node newcomer() {
    var box = new CheckBox("New player, not in the data");
    box.setId("predict-newcomer");
    box.selectedProperty().bindBidirectional(model.newcomer);
    List<String> names = new ArrayList<>(List.of(ANY));
    for (Position position : Position.values()) {
      names.add(position.name());
    }
    ObjectProperty<String> chosen = new SimpleObjectProperty<>(ANY);
    chosen.subscribe(name -> model.position.set(ANY.equals(name) ? null : Position.valueOf(name)));
    model.position.subscribe(position -> chosen.set(position == null ? ANY : position.name()));
    var positions = new Segments<>("predict-position", names, name -> name, chosen);
    positions.visibleProperty().bind(model.newcomer);
    positions.managedProperty().bind(model.newcomer);
    return new VBox(6, box, positions);
  }

  private Node venueAndInterval() {
    var venue =
        new Segments<>(
            "predict-venue",
            List.of(PredictModel.Venue.values()),
            v -> v == PredictModel.Venue.HOME ? "Home" : "Away",
            model.venue);
    var interval =
        new Segments<>(
            "predict-interval",
            PredictView.INTERVALS,
            level -> "" + Math.round(100 * level),
            model.interval);
    return new HBox(8, field("Venue", venue), field("Interval, %", interval));
  }

  private Node minutes() {
    var slider = new Slider(0, MOST_MINUTES, 90);
    slider.setId("predict-minutes-slider");
    slider.setBlockIncrement(5);
    slider.setAccessibleText("Minutes");
    HBox.setHgrow(slider, Priority.ALWAYS);
    var text = new TextField();
    text.setId("predict-minutes");
    text.setPrefColumnCount(4);
    text.setMaxWidth(64);
    text.setAccessibleText("Minutes");
    text.textProperty().bindBidirectional(model.minutes);
    slider
        .valueProperty()
        .subscribe(
            value -> {
              if (slider.isFocused() || slider.isValueChanging()) {
                model.minutes.set("" + Math.round(value.doubleValue()));
              }
            });
    model.minutes.subscribe(
        typed -> {
          if (typed.matches("\\d{1,3}") && !slider.isValueChanging()) {
            slider.setValue(Math.min(MOST_MINUTES, Integer.parseInt(typed)));
          }
        });
    var row = new HBox(10, slider, text);
    row.setAlignment(Pos.CENTER_LEFT);
    var label = new Label("Minutes");
    label.getStyleClass().add("field-label");
    var expected = new CheckBox("As his last matches let expect");
    expected.setId("predict-minutes-expected");
    expected.selectedProperty().bindBidirectional(model.minutesExpected);
    return new VBox(4, label, expected, row);
  }

  private void showFeatures() {
    features.getChildren().clear();
    for (FeatureField feature : model.features) {
      var text = new TextField();
      text.setId("predict-" + feature.name);
      text.textProperty().bindBidirectional(feature.text);
      var distance = new Label();
      distance.textProperty().bind(feature.distance());
      distance.getStyleClass().addAll("small", "muted");
      distance.setMouseTransparent(true);
      StackPane.setAlignment(distance, Pos.CENTER_RIGHT);
      StackPane.setMargin(distance, new javafx.geometry.Insets(0, 10, 0, 0));
      var stack = new StackPane(text, distance);
      text.setAccessibleText(feature.name);
      features.getChildren().add(field(feature.label(), stack));
    }
  }

  private Node backToForm() {
    Button button = Nodes.button("Back to form", actions::backToForm);
    button.setId("predict-form");
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }
}
