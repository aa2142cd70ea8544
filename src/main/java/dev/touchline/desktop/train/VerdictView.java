/// The right of the Train panel: the verdict, effective draws, the log.
package dev.touchline.desktop.train;

import static dev.touchline.desktop.part.Nodes.card;
import static dev.touchline.desktop.part.Nodes.notedCard;

import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class VerdictView extends VBox {
  /// What the text needs while chains run, with most names of parameters.
  private static final int TEXT_LINES = 4;

  private final TrainModel model;
  private final TrainActions actions;

  VerdictView(TrainModel model, TrainActions actions) {
    super(12);
    this.model = model;
    this.actions = actions;
    setMinWidth(260);
    setPrefWidth(264);
    setMaxWidth(280);
    Node log = log();
    VBox.setVgrow(log, Priority.ALWAYS);
    getChildren().addAll(verdict(), effective(), log);
  }

  private Node verdict() {
    var headline = new Label();
    headline.setId("train-verdict");
    headline.setWrapText(true);
    headline.setMinHeight(USE_PREF_SIZE);
    var text = new SteadyText(TEXT_LINES);
    text.setId("train-verdict-text");
    text.setAlignment(Pos.TOP_LEFT);
    text.getStyleClass().add("muted");
    VBox card = card("So far", headline, text, next());
    var title = (Label) ((HBox) card.getChildren().getFirst()).getChildren().getFirst();
    model.running.subscribe(running -> title.setText(running ? "So far" : "Verdict"));
    model.verdict.subscribe(
        verdict -> {
          headline.setText(verdict.headline());
          headline.getStyleClass().setAll("label", "verdict-headline", verdict.style());
          text.setText(verdict.text());
        });
    return card;
  }

  /// Where to go with a published version.
  private Node next() {
    Button diagnose = Nodes.button("Diagnose", actions::diagnose, "quiet", "link");
    diagnose.setId("train-diagnose");
    diagnose.setMinWidth(USE_PREF_SIZE);
    Button serve = Nodes.whole(Nodes.button("", actions::serve, "quiet", "link"));
    serve.setId("train-serve");
    serve.setMinWidth(0);
    serve.textProperty().bind(model.servedBeside.map(other -> "Serve instead of " + other));
    serve.visibleProperty().bind(model.servedBeside.isNotEmpty());
    serve.managedProperty().bind(serve.visibleProperty());
    var row = new HBox(4, diagnose, serve);
    row.visibleProperty().bind(model.published.isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private Node effective() {
    var note = new Label();
    model.essTarget.subscribe(target -> note.setText("smallest; target " + Digits.whole(target)));
    return notedCard("Effective draws", note, new EffectiveView(model));
  }

  /// What a card says while it has nothing to show.
  static Label quiet(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll("small", "muted");
    return label;
  }

  private Node log() {
    var list = new ListView<String>(model.log);
    list.setId("train-log");
    list.setAccessibleText("Log of the run");
    list.getStyleClass().add("log");
    list.setPlaceholder(quiet("What the run reports appears here."));
    list.setCellFactory(any -> new Line());
    list.setMinHeight(60);
    model.log.subscribe(() -> list.scrollTo(model.log.size() - 1));
    VBox.setVgrow(list, Priority.ALWAYS);
    return notedCard(
        "Log", Nodes.button("Copy", () -> Nodes.copy(String.join("\n", model.log)), "quiet"), list);
  }

  /// A line that wraps.
  private static final class Line extends ListCell<String> {
    Line() {
      setWrapText(true);
      setPrefWidth(0);
      getStyleClass().add("small");
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? "" : line);
    }
  }
}
