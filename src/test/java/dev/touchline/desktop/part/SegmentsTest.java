/// One of a few values is chosen by keys as by clicks.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.Fx;
import dev.touchline.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class SegmentsTest {
  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("one");
  private final Segments<String> segments =
      Fx.call(() -> new Segments<>("number", List.of("one", "two", "three"), name -> name, chosen));

  @Test
  void arrowsChooseAndWhatIsShownIsWhatIsChosen() {
    Stage stage = Fx.call(() -> Fx.show(segments, Theme.LIGHT, 300, 60));
    var robot = new FxRobot();
    Fx.run(() -> segments.getChildren().getFirst().requestFocus());
    List<String> followed = new ArrayList<>();
    for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.LEFT)) {
      robot.type(key);
      followed.add(chosen.get());
      assertThat(selected()).isEqualTo(chosen.get());
      assertThat(Fx.call(() -> ((ToggleButton) stage.getScene().getFocusOwner()).getText()))
          .isEqualTo(chosen.get());
    }
    Fx.run(stage::hide);
    assertThat(followed).containsExactly("two", "three", "two", "one");
  }

  private String selected() {
    return Fx.call(
        () ->
            segments.getChildren().stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .reduce("", (one, other) -> one + other));
  }
}
