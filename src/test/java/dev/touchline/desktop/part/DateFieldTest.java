/// Undo in a field for a day gives the day before, not half of one.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.Fx;
import dev.touchline.desktop.theme.Theme;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class DateFieldTest {
  private static final LocalDate FIRST = LocalDate.parse("2018-06-14");

  private final FxRobot robot = new FxRobot();
  private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();

  @SuppressWarnings("NullAway.Init")
  private DateField field;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void show() {
    field = Fx.call(() -> new DateField("day", day));
    stage = Fx.call(() -> Fx.show(new VBox(field), Theme.LIGHT, 300, 60));
    Fx.run(
        () -> {
          day.set(FIRST);
          field.requestFocus();
        });
  }

  @AfterEach
  void hide() {
    Fx.run(stage::hide);
  }

  private void type(String text) {
    robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
  }

  private void undo() {
    robot.push(KeyCode.CONTROL, KeyCode.Z);
  }

  private void shows(@Nullable String text) {
    assertThat(Fx.call(() -> field.getEditor().getText())).isEqualTo(text);
    assertThat(Fx.call(day::get)).hasToString(text);
    assertThat(Fx.call(field::getValue)).hasToString(text);
  }

  @Test
  void undoGoesBackFromDayToDay() {
    type("2018-06-20");
    type("2018-07-01");
    undo();
    shows("2018-06-20");
    undo();
    shows("2018-06-14");
    undo();
    shows("2018-06-14");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    shows("2018-06-20");
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    shows("2018-07-01");
    undo();
    type("2018-07-04");
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    shows("2018-07-04");
    undo();
    shows("2018-06-20");
  }

  @Test
  void whatIsNoDayIsUndoneToTheLastDay() {
    type("2018-06-20");
    type("2018-0");
    assertThat(Fx.call(day::get)).isNull();
    undo();
    shows("2018-06-20");
    robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.BACK_SPACE);
    undo();
    shows("2018-06-20");
    assertThat(Fx.call(() -> field.getEditor().getStyleClass())).doesNotContain("wrong");
  }

  @Test
  void anEmptyFieldIsEmptyAgain() {
    Fx.run(() -> day.set(null));
    type("2018-06-20");
    undo();
    assertThat(Fx.call(() -> field.getEditor().getText())).isEmpty();
    assertThat(Fx.call(day::get)).isNull();
  }

  @Test
  void whatTheProgramSetIsWhereUndoEnds() {
    type("2018-06-20");
    Fx.run(() -> day.set(LocalDate.parse("2018-05-05")));
    undo();
    shows("2018-05-05");
  }
}
