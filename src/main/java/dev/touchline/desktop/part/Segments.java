/// A row of buttons of which one is chosen.
package dev.touchline.desktop.part;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Shows and sets a property with few values; one is always chosen.
public final class Segments<T> extends HBox {
  /// Buttons named by `name`, with ids `prefix-0`, `prefix-1` ….
  public Segments(
      String prefix, List<T> values, Function<T, String> name, ObjectProperty<T> chosen) {
    getStyleClass().add("segments");
    var group = new ToggleGroup();
    for (int i = 0; i < values.size(); i++) {
      T value = values.get(i);
      var button = new ToggleButton(name.apply(value));
      button.setId(prefix + "-" + i);
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button
          .getStyleClass()
          .add(i == 0 ? "first-segment" : i == values.size() - 1 ? "last-segment" : "segment");
      // A click upon the chosen one does not take the choice away.
      button.setOnAction(event -> button.setSelected(true));
      // Arrow keys choose without an action.
      button
          .selectedProperty()
          .subscribe(
              selected -> {
                if (selected) {
                  chosen.set(value);
                }
              });
      getChildren().add(button);
    }
    chosen.subscribe(
        now ->
            group.selectToggle(
                IntStream.range(0, values.size())
                    .filter(i -> Objects.equals(values.get(i), now))
                    .mapToObj(group.getToggles()::get)
                    .findFirst()
                    .orElse(null)));
  }

  /// The text of a button follows `text`, for names with a count.
  public void name(int index, ObservableValue<String> text) {
    ((ToggleButton) getChildren().get(index)).textProperty().bind(text);
  }
}
