/// The sentence shows figures on the side of their limits on which they are.
package dev.touchline.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static String sentence(double rhat, double ess, double ebfmi, double limit) {
    var scalar = new ScalarSummary("alpha[goals]", 0, 1, 0, 0, ess, ess, rhat);
    var figures =
        new Figures(
            4,
            500,
            limit,
            12,
            1,
            List.of(),
            rhat,
            ess,
            ess,
            new double[] {ebfmi},
            new int[] {0},
            new int[] {0},
            List.of(scalar),
            -1);
    return Wording.sentence(figures, figures.verdict());
  }

  @Test
  void cautionsDoNotLookFulfilled() {
    assertThat(sentence(1.0104, 399.6, 0.2996, 1.05))
        .contains("R-hat of alpha[goals] is 1.0104, above 1.01")
        .contains("worth only 399.6 independent ones")
        .contains("E-BFMI is 0.2996, below 0.3");
    assertThat(sentence(1.0234, 199, 0.25, 1.05))
        .contains("is 1.023, above")
        .contains("worth only 199 independent ones")
        .contains("E-BFMI is 0.25, below 0.3");
  }

  @Test
  void theLimitIsThatOfTheJudge() {
    assertThat(sentence(1.05002, 800, 0.9, 1.05)).contains("is 1.05002, above 1.05");
    assertThat(sentence(1.10004, 800, 0.9, 1.1)).contains("is 1.10004, above 1.1");
  }
}
