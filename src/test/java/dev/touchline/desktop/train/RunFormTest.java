/// The form of the Train panel and the request of a run say the same.
package dev.touchline.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.part.CompetitionChoice;
import dev.touchline.football.DateSplit;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.props.ModelVariant;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFormTest {
  private final TrainModel model = new TrainModel();
  private final RunForm form = new RunForm(model);

  private static TrainRequest request(List<Prop> props, List<String> competitions) {
    var dates =
        new DateSplit(LocalDate.of(2017, 9, 1), LocalDate.of(2018, 3, 1), LocalDate.of(2018, 4, 1));
    var sampler = SamplerSettings.defaults().with(3, 700, 150, 9).together();
    return new TrainRequest(
            "night", dates, props, competitions, sampler, TrainRequest.MAX_RHAT, 0, StopRule.NONE)
        .with(ModelVariant.TEAM);
  }

  @Test
  void aRunThatGoesOnIsShownAndAskedForAsItBegan() {
    model.competitions.setAll(CompetitionChoice.ALL, "england");
    for (TrainRequest run :
        List.of(
            request(List.of(Prop.values()), List.of()),
            request(List.of(Prop.SHOTS), List.of("england")))) {
      form.fill(run);
      assertThat(form.request()).isEqualTo(run);
    }
  }

  @Test
  void aCompetitionThatIsThereNoLongerIsNotOffered() {
    model.competitions.setAll("england");
    model.competition.set("england");
    form.fill(request(List.of(Prop.GOALS), List.of("spain")));
    assertThat(model.competition.get()).isEqualTo("england");
    assertThat(model.version.get()).isEqualTo("night");
  }
}
