/// What is said of a run while it runs agrees with its figures.
package dev.touchline.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.diagnose.ConvergenceReport;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.004 | 500 | good    | Would pass as it is.",
        "1.007 | 319 | caution | The chains agree; the effective draws are too few yet.",
        "1.020 | 500 | caution | Would pass the gate of 1.05; not yet 1.01.",
        "1.200 | 500 | bad     | Would not pass the gate of 1.05 yet."
      })
  void theSentenceNamesWhatIsMissing(double rhat, double ess, String style, String sentence) {
    var report =
        new ConvergenceReport(
            4,
            300,
            rhat,
            ess,
            ess,
            0.9,
            0,
            List.of(),
            ConvergenceReport.Verdict.CAUTION,
            "",
            List.of(),
            List.of());
    Verdict verdict = Verdicts.soFar(report, 4);
    assertThat(verdict.style()).isEqualTo(style);
    assertThat(verdict.text()).contains(sentence).contains("target 400");
  }
}
