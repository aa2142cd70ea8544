/// Advice without the command line's options.
package dev.touchline.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AdviceTest {
  @Test
  void leavesOutOptionsAndNothingElse() {
    assertThat(
            Advice.inWindow(
                List.of(
                    "Take about 4000 draws a chain (--draws 4000) instead of 1000.",
                    "Start again with another --seed or more warm-up draws (--tune).",
                    "Chain 2 (of 4) did not move -- look at it.")))
        .containsExactly(
            "Take about 4000 draws a chain instead of 1000.",
            "Start again with another seed or more warm-up draws.",
            "Chain 2 (of 4) did not move -- look at it.");
  }
}
