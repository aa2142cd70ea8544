/// What the form of the Train panel remembers.
package dev.touchline.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.props.ModelVariant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainChoicesTest {
  private final TrainModel before = new TrainModel();
  private final TrainModel after = new TrainModel();

  private Map<String, String> choices(boolean datesAreOwn) {
    before.draws.set("700");
    before.seed.set("3");
    before.learned.set("shots");
    before.variant.set(ModelVariant.REFERENCE);
    before.trainStart.set(LocalDate.of(2017, 9, 1));
    before.trainEnd.set(LocalDate.of(2018, 3, 1));
    before.validationEnd.set(LocalDate.of(2018, 4, 1));
    before.competition.set("england");
    return TrainChoices.of(before, datesAreOwn);
  }

  @Test
  void whatTheUserSetComesBack() {
    TrainChoices.restore(after, choices(true));
    assertThat(after.draws.get()).isEqualTo("700");
    assertThat(after.seed.get()).isEqualTo("3");
    assertThat(after.learned.get()).isEqualTo("shots");
    assertThat(after.variant.get()).isEqualTo(ModelVariant.REFERENCE);
    assertThat(after.trainStart.get()).isEqualTo(LocalDate.of(2017, 9, 1));
    assertThat(after.trainEnd.get()).isEqualTo(LocalDate.of(2018, 3, 1));
    assertThat(after.validationEnd.get()).isEqualTo(LocalDate.of(2018, 4, 1));
    assertThat(after.competition.get()).isEqualTo("england");
  }

  @Test
  void suggestedDatesAreSuggestedAnewAndForgetThoseOfBefore() {
    var kept = new HashMap<>(choices(true));
    kept.putAll(choices(false));
    TrainChoices.restore(after, kept);
    assertThat(after.trainStart.get()).isNull();
    assertThat(after.competition.get()).isNull();
    assertThat(after.draws.get()).isEqualTo("700");
  }

  @Test
  void whatMakesNoSenseIsLeftOut() {
    TrainChoices.restore(
        after,
        Map.of(
            "train.start", "2017-13-01",
            "train.end", "2018-03-01",
            "train.validation", "2018-04-01",
            "train.props", "corners",
            "train.model", "deep"));
    assertThat(after.trainStart.get()).isNull();
    assertThat(after.trainEnd.get()).isNull();
    assertThat(after.learned.get()).isEqualTo(TrainModel.MULTI_TASK);
    assertThat(after.variant.get()).isEqualTo(ModelVariant.BEST);
  }
}
