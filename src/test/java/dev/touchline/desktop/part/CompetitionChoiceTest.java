/// All real competitions are all but the sample, and a request names none of them.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.sample.SampleTournament;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompetitionChoiceTest {
  @Test
  void allLeavesTheSampleOut() {
    assertThat(CompetitionChoice.named(CompetitionChoice.ALL)).isEmpty();
    assertThat(CompetitionChoice.takes(CompetitionChoice.ALL, "england")).isTrue();
    assertThat(CompetitionChoice.takes(CompetitionChoice.ALL, SampleTournament.COMPETITION))
        .isFalse();
  }

  @Test
  void allThatAreRealAreAllAgain() {
    List<String> offered = List.of(CompetitionChoice.ALL, "cup", "england", "sample-tournament");
    assertThat(CompetitionChoice.of(List.of(), offered)).isEqualTo(CompetitionChoice.ALL);
    assertThat(CompetitionChoice.of(List.of("england", "cup"), offered))
        .isEqualTo(CompetitionChoice.ALL);
    assertThat(CompetitionChoice.of(List.of("england"), offered)).isEqualTo("england");
    assertThat(CompetitionChoice.of(List.of("sample-tournament"), List.of("sample-tournament")))
        .isEqualTo("sample-tournament");
  }

  @Test
  void oneIsThatOneOnly() {
    assertThat(CompetitionChoice.named("england")).containsExactly("england");
    assertThat(CompetitionChoice.takes("england", "england")).isTrue();
    assertThat(CompetitionChoice.takes("england", "world-cup")).isFalse();
  }

  @Test
  void noChoiceTakesNoRows() {
    assertThat(CompetitionChoice.named(null)).isEmpty();
    assertThat(CompetitionChoice.takes(null, "england")).isFalse();
  }
}
