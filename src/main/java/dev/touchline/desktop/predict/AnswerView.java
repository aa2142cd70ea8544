/// The answer: a card a prop, why, the player's matches, what is known.
package dev.touchline.desktop.predict;

import static dev.touchline.desktop.part.Nodes.column;
import static dev.touchline.desktop.part.Nodes.notedCard;
import static dev.touchline.desktop.part.Nodes.numbers;

import dev.touchline.desktop.chart.ChartExports;
import dev.touchline.desktop.chart.ChartNode;
import dev.touchline.desktop.chart.WaterfallChart;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import dev.touchline.desktop.part.Segments;
import dev.touchline.desktop.theme.Palette;
import dev.touchline.football.Prop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class AnswerView extends VBox {
  private final PredictModel model;
  private final PredictActions actions;
  private final List<PropCard> cards = new ArrayList<>();
  private final WaterfallChart why = new WaterfallChart("Why");
  private final Label unexplained = new Label();
  private final ObjectProperty<Prop> explained = new SimpleObjectProperty<>(Prop.GOALS);

  AnswerView(PredictModel model, PredictActions actions, ChartExports exports) {
    super(12);
    this.model = model;
    this.actions = actions;
    var props = new HBox(12);
    VBox.setVgrow(props, Priority.ALWAYS);
    for (Prop prop : Prop.values()) {
      var card = new PropCard(prop, model, exports);
      cards.add(card);
      HBox.setHgrow(card, Priority.ALWAYS);
      props.getChildren().add(card);
    }
    var below = new HBox(12, why(exports), matches());
    below.setMinHeight(190);
    below.setPrefHeight(290);
    VBox.setVgrow(below, Priority.SOMETIMES);
    getChildren().addAll(props, below, status());
    explained.subscribe(prop -> showWhy(model.answer.get()));
    model.answer.subscribe(this::showWhy);
    model.problem.subscribe(problem -> showWhy(model.answer.get()));
  }

  private Node why(ChartExports exports) {
    var node = new ChartNode(why, exports);
    unexplained.getStyleClass().add("muted");
    node.visibleProperty().bind(unexplained.visibleProperty().not());
    var stack = new StackPane(node, unexplained);
    stack.setMinHeight(0);
    VBox.setVgrow(stack, Priority.ALWAYS);
    var choice = new Segments<>("predict-why", List.of(Prop.values()), Prop::key, explained);
    VBox card = notedCard("Why: what multiplies the rate", choice, stack);
    card.setMinWidth(0);
    card.setPrefWidth(560);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private void showWhy(@Nullable Priced answer) {
    Prop prop = explained.get();
    Priced.PricedProp priced = answer == null ? null : answer.props().get(prop);
    unexplained.setVisible(priced == null || priced.why().isEmpty());
    unexplained.setText(
        answer == null
            ? model.problem.get().isEmpty()
                ? "Ask about a player to see why."
                : "No answer, so nothing to explain."
            : priced == null
                ? "This version does not predict " + prop.key() + "."
                : "Without minutes there is nothing to explain.");
    why.show(
        priced == null
            ? List.of()
            : priced.why().stream()
                .map(part -> new WaterfallChart.Step(part.name(), part.log()))
                .toList(),
        prop.key());
  }

  private Node matches() {
    TableView<RecentMatch> table = Nodes.table("The player's matches", "");
    table
        .getColumns()
        .setAll(
            List.<TableColumn<RecentMatch, ?>>of(
                column("date", 82, row -> row.date().toString()),
                column("opponent", 126, RecentMatch::opponent),
                column("H/A", 36, RecentMatch::venue),
                numbers("min", 37, RecentMatch::minutes, Digits::whole),
                numbers("goals", 44, RecentMatch::goals, Digits::whole),
                numbers("shots", 44, RecentMatch::shots, Digits::whole),
                numbers("cards", 44, RecentMatch::cards, Digits::whole)));
    table.getStyleClass().add("tight-table");
    table.setItems(model.recent);
    VBox.setVgrow(table, Priority.ALWAYS);
    var note = new Label("latest first");
    VBox card = notedCard("Matches", note, table);
    var title = (Label) ((HBox) card.getChildren().getFirst()).getChildren().getFirst();
    title.setMinWidth(0);
    var empty = (Label) table.getPlaceholder();
    model.recentOf.subscribe(
        name -> {
          title.setText(name.isEmpty() ? "Matches" : "Matches of " + name);
          empty.setText(
              name.isEmpty() ? "Those of the player asked about." : "None in the database.");
        });
    card.setMinWidth(440);
    card.setPrefWidth(540);
    return card;
  }

  private Node status() {
    var known = new Label();
    known.setId("predict-known");
    var warnings = new Label();
    warnings.getStyleClass().addAll("small", "caution");
    warnings.setMinWidth(0);
    warnings.setWrapText(true);
    warnings.visibleProperty().bind(warnings.textProperty().isNotEmpty());
    warnings.managedProperty().bind(warnings.visibleProperty());
    var speed = new Label();
    speed.getStyleClass().addAll("small", "muted");
    model.problem.subscribe(problem -> say(known));
    model.answer.subscribe(answer -> say(known));
    model.answer.subscribe(
        answer -> {
          speed.setText(
              answer == null
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      "version %s · %,d posterior samples · %.0f µs",
                      answer.version(),
                      answer.samples(),
                      answer.microseconds()));
          warnings.setText(answer == null ? "" : String.join(" ", answer.warnings()));
        });
    known.setMinHeight(USE_PREF_SIZE);
    known.setWrapText(true);
    Button pin = Nodes.button("Pin", actions::pin);
    pin.setId("predict-pin");
    pin.setTooltip(new Tooltip("Keep this answer on the Pinned tab"));
    Button copy = Nodes.button("Copy as table", this::copy);
    copy.setId("predict-copy");
    copy.setTooltip(new Tooltip("Means, lines and fair odds, for a spreadsheet"));
    for (Button button : List.of(pin, copy)) {
      button.setMinWidth(USE_PREF_SIZE);
      button.disableProperty().bind(model.answer.isNull());
    }
    var facts = new VBox(2, known, warnings, speed);
    facts.setMinWidth(0);
    HBox.setHgrow(facts, Priority.ALWAYS);
    var bar = new HBox(14, facts, pin, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("card", "tight");
    bar.setMinHeight(USE_PREF_SIZE);
    return bar;
  }

  /// What is known of those who were asked about, or why there is no answer.
  private void say(Label known) {
    Priced answer = model.answer.get();
    String problem = model.problem.get();
    boolean wrong = answer == null ? !problem.isEmpty() : !answer.good();
    known.setText(
        answer != null
            ? (wrong ? "▲ " : "● ") + answer.known()
            : wrong ? "▲ " + problem : "Type a player's name.");
    known.getStyleClass().setAll("label", wrong ? "caution" : answer == null ? "muted" : "good");
  }

  private void copy() {
    Priced answer = model.answer.get();
    if (answer != null) {
      Nodes.copy(PriceText.of(List.of(answer), model.lines));
    }
  }

  void theme(Palette palette) {
    cards.forEach(card -> card.theme(palette));
    why.apply(palette);
  }
}
