/// The progress names the fit, counts those that are really made, and moves through all of them.
package dev.touchline.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.desktop.part.Engine;
import dev.touchline.desktop.predict.ServedHome;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.CompareRequest;
import dev.touchline.work.Comparer;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainListener;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ServedHome.class)
class CompareProgressTest {
  private final Engine.Progress progress = new Engine.Progress();

  @Test
  void theFitIsNamedAndTheShareIsThatOfAll() {
    var told = new CompareProgress(progress, 200);
    assertThat(progress.share()).isNegative();
    told.onFit(2, 4, List.of(Prop.GOALS));
    told.onPhase("v1-goals", TrainListener.Phase.PREPARE);
    assertThat(progress.detail()).isEqualTo("Fitting single-task goals, 2 of 4: preparing");
    assertThat(progress.share()).isEqualTo(0.25);
    told.onPhase("v1-goals", TrainListener.Phase.SAMPLE);
    for (int draw = 0; draw < 100; draw++) {
      told.onDraw("v1-goals", 0, draw, false, new DrawStats(0, 0, 1, 1, 1, false, 1, 0, false));
    }
    assertThat(progress.detail())
        .matches("Fitting single-task goals, 2 of 4: 50 % · \\d+:\\d\\d left");
    assertThat(progress.share()).isEqualTo(0.25 + 0.45 / 4, within(1e-12));
    told.onPhase("v1-goals", TrainListener.Phase.JUDGE);
    assertThat(progress.share()).isEqualTo(0.25 + 0.9 / 4, within(1e-12));
    told.onFit(1, 4, List.of(Prop.GOALS, Prop.SHOTS));
    assertThat(progress.detail()).isEqualTo("Fitting multi-task, 1 of 4");
  }

  /// `v1` and `shots-only` are there: goals and cards alone are fitted; the second time nothing is.
  @Test
  void onlyFitsThatAreMadeCount(Workspace workspace) {
    List<String> fits = new ArrayList<>();
    var listener =
        new TrainListener() {
          @Override
          public void onFit(int number, int of, List<Prop> props) {
            fits.add(number + " of " + of + " " + props);
          }
        };
    var split =
        new DateSplit(
            LocalDate.parse("2018-06-14"),
            LocalDate.parse("2018-07-05"),
            LocalDate.parse("2018-07-16"));
    var sampler = new SamplerSettings(2, 400, 200, 7, 0.8, 10, 1000, 2);
    var training =
        new TrainRequest(
            "v1", split, List.of(Prop.values()), List.of(), sampler, 3, 0, StopRule.NONE);
    var request = new CompareRequest("v1", training, Map.of(), "");
    new Comparer(workspace).compare(request, listener, StopSignal.NEVER);
    assertThat(fits).containsExactly("1 of 2 [GOALS]", "2 of 2 [CARDS]");
    new Comparer(workspace).compare(request, listener, StopSignal.NEVER);
    assertThat(fits).hasSize(2);
  }
}
