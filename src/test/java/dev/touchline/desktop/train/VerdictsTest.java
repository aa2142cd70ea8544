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
        "1.004 | 500 | 1.004 | good    | Would pass as it is.",
        "1.007 | 319 | 1.007 | caution | The chains agree; the effective draws are too few yet.",
        "1.020 | 500 | 1.020 | caution | Would pass the gate of 1.05; not yet 1.01.",
        "1.0104 | 500 | 1.0104 | caution | Would pass the gate of 1.05; not yet 1.01.",
        "1.0502 | 399.7 | 1.0502 | bad | Smallest ESS 399.7, target 400.",
        "1.200 | 500 | 1.200 | bad     | Would not pass the gate of 1.05 yet."
      })
  void theSentenceNamesWhatIsMissing(
      double rhat, double ess, String shown, String style, String sentence) {
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
    assertThat(verdict.headline()).isEqualTo("R-hat " + shown);
    assertThat(verdict.text()).contains(sentence).contains("target 400");
  }
}
