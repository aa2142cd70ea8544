/// The Data panel's card about what the database holds.
package dev.touchline.desktop.data;

import static dev.touchline.desktop.part.Nodes.card;

import dev.touchline.data.StoreStatus;
import dev.touchline.desktop.part.Digits;
import dev.touchline.desktop.part.Nodes;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Nodes and bindings.
final class ContentView extends VBox {
  private final VBox facts = new VBox(5);

  ContentView(DataModel model) {
    facts.getStyleClass().add("facts");
    getChildren().add(card("In the database", facts));
    model.status.subscribe(this::show);
  }

  private void show(@Nullable StoreStatus status) {
    facts.getChildren().clear();
    fact("Rows", status == null ? "…" : Digits.whole(status.rows()));
    fact("Matches", status == null ? "…" : Digits.whole(status.matches()));
    fact("Players", status == null ? "…" : Digits.whole(status.players()));
    fact("Teams", status == null ? "…" : Digits.whole(status.teams()));
    fact("First day", day(status, status == null ? null : status.firstDay()));
    fact("Last day", day(status, status == null ? null : status.lastDay()));
  }

  private static String day(@Nullable StoreStatus status, @Nullable Object day) {
    return status == null ? "…" : day == null ? "–" : day.toString();
  }

  private void fact(String name, String value) {
    var label = new Label(name);
    label.getStyleClass().addAll("small", "muted");
    var number = new Label(value);
    number.getStyleClass().add("small");
    facts.getChildren().add(new HBox(8, label, Nodes.spacer(), number));
  }
}
