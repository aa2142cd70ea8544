/// The Predict panel: the question at the left, answers, batch or pinned answers beside it.
package dev.touchline.desktop.predict;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.part.FileDialogs;
import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.part.MessageBar;
import dev.touchline.desktop.theme.Theme;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Puts the panel's parts together.
final class PredictView extends HBox {
  /// Masses of intervals to choose from.
  static final List<Double> INTERVALS = List.of(0.8, 0.9, 0.95);

  private final AnswerView answer;
  private final QuestionView question;

  PredictView(
      PredictModel model, PredictActions actions, ChartExports exports, FileDialogs dialogs) {
    getStyleClass().add("panel");
    answer = new AnswerView(model, actions, exports);
    var stack = new StackPane(empty(model));
    Map.of(
            PredictModel.Tab.ONE, answer,
            PredictModel.Tab.BATCH, new BatchView(model, actions, dialogs),
            PredictModel.Tab.PINNED, new PinnedView(model, actions))
        .forEach(
            (tab, node) -> {
              var shown = model.ready.and(model.tab.isEqualTo(tab));
              node.visibleProperty().bind(shown);
              node.managedProperty().bind(shown);
              stack.getChildren().add(node);
            });
    VBox.setVgrow(stack, Priority.ALWAYS);
    var right = new VBox(12, new MessageBar(model.message), stack);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    question = new QuestionView(model, actions);
    getChildren().addAll(question, right);
  }

  /// The next key begins a player's name.
  void focusPlayer() {
    question.focusPlayer();
  }

  private static Node empty(PredictModel model) {
    var title = new Label();
    title.setId("predict-empty");
    title.getStyleClass().add("empty-title");
    title
        .textProperty()
        .bind(
            Bindings.when(model.opening)
                .then("Opening the served version…")
                .otherwise(
                    Bindings.createStringBinding(
                        () ->
                            failed(model)
                                ? "The served version cannot be opened"
                                : "No version is served yet",
                        model.message)));
    var text = new Label();
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    failed(model)
                        ? "Serve another one on the Models panel (Ctrl+7), or train a version"
                            + " (Ctrl+2)."
                        : "Train a version (Ctrl+2) or serve one on the Models panel (Ctrl+7); its"
                            + " predictions appear here.",
                model.message));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    text.visibleProperty().bind(model.opening.not());
    var box = new VBox(6, title, text);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("card");
    box.visibleProperty().bind(model.ready.not());
    box.managedProperty().bind(model.ready.not());
    return box;
  }

  private static boolean failed(PredictModel model) {
    return model.message.get().kind() == Message.Kind.FAILED;
  }

  void theme(Theme theme) {
    answer.theme(theme.palette());
  }
}
