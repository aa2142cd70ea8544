/// What the figures of calibration say of forecasters that are perfect.
package dev.touchline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.Prop;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Forecasters who know the true rates, judged again and again: 60 of them here, more with
/// `-Dtouchline.forecasters=2000`.
class PerfectForecasterCoverageTest {
  private static final int RUNS = Integer.getInteger("touchline.forecasters", 60);
  private static final int MATCHES = 20;

  /// Their true ECE is 0, so the 95 % interval should reach down to 0 at least 95 times in 100; the
  /// middle of what the bands, intervals and PIT promise is held by the other figures.
  @Test
  void intervalsReachWhatTheyShould() {
    int reached = 0;
    double ece = 0;
    double perfect = 0;
    double[] inside = new double[3];
    double[] pit = new double[10];
    for (int run = 0; run < RUNS; run++) {
      List<Forecast> forecasts = TestForecasts.simulated(MATCHES, 1, 1, 70_000 + run);
      PropCalibration judged =
          Objects.requireNonNull(
              new Calibration(300, 1)
                  .judge(Map.of(Prop.SHOTS, forecasts), Map.of())
                  .get(Prop.SHOTS));
      reached += judged.eceLow() <= 0 ? 1 : 0;
      ece += judged.ece() / RUNS;
      perfect += judged.ecePerfect() / RUNS;
      int m = 0;
      for (int mass : new int[] {50, 80, 95}) {
        inside[m++] += judged.coverage().getOrDefault(mass, Double.NaN) / RUNS;
      }
      for (int b = 0; b < pit.length; b++) {
        pit[b] += judged.pit().get(b) / RUNS;
      }
    }
    System.err.printf(
        Locale.ROOT,
        "perfect forecasters: %d of %d rows each; ECE interval reaches 0 in %.3f; mean ECE %.4f,"
            + " expected of a perfect forecaster %.4f; inside 50, 80, 95 %% intervals %.3f %.3f"
            + " %.3f%n",
        RUNS,
        MATCHES * 28,
        (double) reached / RUNS,
        ece,
        perfect,
        inside[0],
        inside[1],
        inside[2]);
    // Binomial: 0.95 less three standard errors.
    assertThat((double) reached / RUNS)
        .isGreaterThanOrEqualTo(0.95 - 3 * Math.sqrt(0.95 * 0.05 / RUNS));
    // Standard errors of a mean over 60 forecasters of 560 rows: 0.001 of ECE, 0.003 of a share.
    assertThat(ece).isCloseTo(perfect, within(0.003));
    assertThat(inside[0]).isCloseTo(0.5, within(0.01));
    assertThat(inside[1]).isCloseTo(0.8, within(0.01));
    assertThat(inside[2]).isCloseTo(0.95, within(0.006));
    for (double bar : pit) {
      assertThat(bar).isCloseTo(1, within(0.06));
    }
  }
}
