/// Of a correlation and its mirror image one is named.
package dev.touchline.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MirroredTest {
  @Test
  void theFirstOfAPairIsLetThroughAndEverythingElse() {
    List<String> names =
        List.of(
            "player_corr[shots, cards]",
            "player_corr[cards, shots]",
            "opponent_corr[cards, shots]",
            "player_effect[A. One, goals]",
            "player_effect[A. One, goals]",
            "player_corr[goals, cards]",
            "opponent_corr[shots, cards]",
            "alpha");
    assertThat(names.stream().filter(Mirrored.once()))
        .containsExactly(
            "player_corr[shots, cards]",
            "opponent_corr[cards, shots]",
            "player_effect[A. One, goals]",
            "player_effect[A. One, goals]",
            "player_corr[goals, cards]",
            "alpha");
  }
}
