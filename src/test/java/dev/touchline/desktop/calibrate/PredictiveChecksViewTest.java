/// The Calibrate panel's predictive checks on the headless screen, in both themes.
package dev.touchline.desktop.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.Fx;
import dev.touchline.desktop.chart.MemoryExports;
import dev.touchline.desktop.part.Background;
import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.predict.ServedHome;
import dev.touchline.desktop.theme.Theme;
import dev.touchline.evaluate.PredictiveCheck;
import dev.touchline.football.Prop;
import dev.touchline.work.PredictiveChecks;
import dev.touchline.work.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

@ExtendWith(ServedHome.class)
class PredictiveChecksViewTest {
  private final CalibrateModel model = new CalibrateModel();

  private CalibratePanel panel(Workspace workspace) {
    var background = new Background(Runnable::run, Runnable::run);
    var backtests = new BacktestModel();
    return new CalibratePanel(
        model,
        new CalibratePresenter(model, workspace, background),
        backtests,
        new BacktestPresenter(backtests, workspace, background, new Engine(Runnable::run)),
        new MemoryExports());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void checksAreShownAfterAndBeforeTraining(Theme theme, Workspace workspace) {
    var robot = new FxRobot();
    Stage stage =
        Fx.call(
            () -> {
              CalibratePanel panel = panel(workspace);
              Stage shown = Fx.show((Parent) panel.node(), theme, 1364, 824);
              panel.theme(theme);
              panel.shown();
              return shown;
            });
    assertThat(model.judged.get()).isNotNull();
    robot.clickOn("#calibrate-shown-1");
    assertThat(robot.lookup("#calibrate-rootogram-shots").query().isVisible()).isTrue();
    assertThat(robot.lookup("#calibrate-groups").query().getParent().getParent().isVisible())
        .isFalse();
    String name = theme.name().toLowerCase(Locale.ROOT);
    String after = robot.lookup("#calibrate-spread-shots").queryAs(Label.class).getText();
    assertThat(after).startsWith("Spread over players: sd ");
    Fx.save(Fx.call(() -> Fx.picture(stage.getScene())), "gallery/checks-after-" + name + ".png");
    robot.clickOn("#calibrate-when-1");
    String before = robot.lookup("#calibrate-spread-shots").queryAs(Label.class).getText();
    assertThat(before).isNotEqualTo(after);
    Fx.save(Fx.call(() -> Fx.picture(stage.getScene())), "gallery/checks-before-" + name + ".png");
    robot.clickOn("#calibrate-shown-0");
    assertThat(
            robot
                .lookup("#calibrate-rootogram-shots")
                .query()
                .getParent()
                .getParent()
                .getParent()
                .isVisible())
        .isFalse();
    Fx.run(stage::close);
  }

  @Test
  void theModelsOwnDataSetsLookLikeTheSampleAndThoseOfThePriorAreFarWider(Workspace workspace) {
    Fx.run(() -> panel(workspace).shown());
    PredictiveChecks checks = Objects.requireNonNull(model.checks.get());
    assertThat(checks.posterior().keySet()).containsExactly(Prop.values());
    for (Prop prop : Prop.values()) {
      PredictiveCheck posterior = Objects.requireNonNull(checks.posterior().get(prop));
      PredictiveCheck prior = Objects.requireNonNull(checks.prior().get(prop));
      // The sample is simulated: of six and more frequencies hardly any lies outside.
      assertThat(outside(posterior.rows())).as("%s", posterior.rows()).isLessThanOrEqualTo(2);
      assertThat(outside(posterior.teams())).as("%s", posterior.teams()).isLessThanOrEqualTo(2);
      assertThat(prior.spread().high()).isGreaterThan(3 * posterior.spread().high());
      assertThat(prior.spread().inside()).isTrue();
      assertThat(posterior.rows().stream().mapToInt(PredictiveCheck.Frequency::observed).sum())
          .isEqualTo(prior.rows().stream().mapToInt(PredictiveCheck.Frequency::observed).sum());
    }
  }

  private static long outside(List<PredictiveCheck.Frequency> frequencies) {
    return frequencies.stream().filter(f -> !f.inside()).count();
  }
}
