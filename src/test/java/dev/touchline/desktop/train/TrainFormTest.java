/// Where the keyboard goes as a run begins and ends.
package dev.touchline.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.Fx;
import dev.touchline.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class TrainFormTest {
  private final FxRobot robot = new FxRobot();
  private final TrainModel model = new TrainModel();
  private final List<String> asked = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void show() {
    Fx.run(() -> model.ready.set(true));
    // Something that can be focused stands before the form, as the rail does.
    stage =
        Fx.call(
            () ->
                Fx.show(
                    new HBox(new TextField(), new TrainForm(model, new Noted())),
                    Theme.LIGHT,
                    600,
                    700));
  }

  @AfterEach
  void hide() {
    Fx.run(stage::hide);
  }

  @Test
  void fromTrainToStopAndOnToTheNextName() {
    Fx.run(() -> stage.getScene().lookup("#train-go").requestFocus());
    Fx.run(() -> model.running.set(true));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(focused()).isEqualTo("train-stop");

    Fx.run(() -> model.running.set(false));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(focused()).isEqualTo("train-version");
    // The key that was meant for Stop does not begin another run.
    robot.push(KeyCode.SPACE);
    assertThat(asked).isEmpty();
  }

  private String focused() {
    return Fx.call(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
  }

  /// Writes down what it is asked for.
  private final class Noted implements TrainActions {
    @Override
    public void refresh() {
      asked.add("refresh");
    }

    @Override
    public void suggestDates(DatePreset preset) {
      asked.add("dates");
    }

    @Override
    public void train() {
      asked.add("train");
    }

    @Override
    public void resume() {
      asked.add("resume");
    }

    @Override
    public void discard() {
      asked.add("discard");
    }

    @Override
    public void diagnose() {
      asked.add("diagnose");
    }

    @Override
    public void serve() {
      asked.add("serve");
    }

    @Override
    public void stop() {
      asked.add("stop");
    }
  }
}
