/// The sampler finds posteriors whose moments are known, within bounds that alert and bounds that
/// fail.
package dev.touchline.mcmc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.diagnose.Ebfmi;
import dev.touchline.diagnose.Mcse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A mean or standard deviation is judged by its distance from the truth in Monte Carlo standard
/// errors. Beyond [#ALERT] it is said; beyond [#FAIL], which a right sampler reaches once in two
/// million figures, the test fails.
class KnownPosteriorsTest {
  private static final double ALERT = 3.5;
  private static final double FAIL = 5;

  /// Draws of all chains, [value][chain][draw], with what the sampler said of them.
  private record Run(double[][][] values, double[][] energy, int divergences) {
    double mean(int i) {
      return Arrays.stream(values[i]).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    double sd(int i) {
      double mean = mean(i);
      return Math.sqrt(
          Arrays.stream(values[i])
              .flatMapToDouble(Arrays::stream)
              .map(x -> (x - mean) * (x - mean))
              .average()
              .orElseThrow());
    }
  }

  private static Run sample(KnownPosteriors.Target target, int draws, double targetAccept) {
    int chains = 4;
    double[][][] values = new double[target.valueCount()][chains][draws];
    double[][] energy = new double[chains][draws];
    List<ChainSummary> summaries =
        new Sampler(new SamplerSettings(chains, draws, 800, 42, targetAccept, 10, 1000, 2))
            .run(
                target,
                (chain, draw, tune, position, stats) -> {
                  if (!tune) {
                    double[] own = new double[values.length];
                    target.values(position, own);
                    for (int i = 0; i < own.length; i++) {
                      values[i][chain][draw] = own[i];
                    }
                    energy[chain][draw] = stats.energy();
                  }
                },
                StopSignal.NEVER);
    assertThat(summaries).allSatisfy(s -> assertThat(s.failure()).isNull());
    return new Run(values, energy, summaries.stream().mapToInt(ChainSummary::divergences).sum());
  }

  private static void judge(String what, double found, double truth, double error) {
    double distance = Math.abs(found - truth) / error;
    String line =
        "%s is %.4f instead of %.4f: %.1f standard errors".formatted(what, found, truth, distance);
    if (distance > ALERT) {
      System.err.println("alert: " + line);
    }
    assertThat(distance).as(line).isLessThan(FAIL);
  }

  private static void mean(Run run, String name, int i, double truth, double errorOfTruth) {
    judge(name + "'s mean", run.mean(i), truth, Math.hypot(Mcse.mean(run.values[i]), errorOfTruth));
  }

  private static void sd(Run run, String name, int i, double truth) {
    judge(name + "'s sd", run.sd(i), truth, Mcse.sd(run.values[i]));
  }

  @Test
  void gaussiansCorrelatedTo99Percent() {
    for (int dense : new int[] {0, 6}) {
      Run run = sample(KnownPosteriors.gaussian(3, 0.99, dense), 2000, 0.8);
      for (int i = 0; i < 6; i++) {
        String name = "coordinate " + i + ", dense block " + dense;
        mean(run, name, i, i % 2 == 0 ? i / 2 : -(i / 2), 0);
        sd(run, name, i, Math.pow(10, (i / 2) % 3 - 1));
      }
      assertThat(run.divergences).isZero();
    }
  }

  /// x ~ N(0, 1), y | x ~ N(x², 0.5): E y = 1, Var y = 2 + 0.25.
  @Test
  void aBanana() {
    Run run = sample(KnownPosteriors.banana(), 4000, 0.95);
    mean(run, "x", 0, 0, 0);
    sd(run, "x", 0, 1);
    mean(run, "y", 1, 1, 0);
    sd(run, "y", 1, 1.5);
  }

  /// Neal (Slice sampling, Annals of Statistics 2003): v ~ N(0, 3), x_i ~ N(0, exp(v / 2)).
  @Test
  void theFunnelInItsOwnCoordinatesIsFound() {
    Run run = sample(KnownPosteriors.funnel(false), 2000, 0.8);
    mean(run, "v", 0, 0, 0);
    sd(run, "v", 0, 3);
    assertThat(run.divergences).isZero();
  }

  /// Centred, no step size serves both mouth and neck: no sampler of this kind finds it all. What
  /// matters is that it is said: by divergences or by energies.
  @Test
  void theCentredFunnelIsNotFoundSilently() {
    Run run = sample(KnownPosteriors.funnel(true), 2000, 0.8);
    double ebfmi = Arrays.stream(run.energy).mapToDouble(Ebfmi::of).min().orElseThrow();
    assertThat(run.divergences > 0 || ebfmi < 0.3)
        .as("%d divergences, E-BFMI %.2f", run.divergences, ebfmi)
        .isTrue();
    // The mouth is found: nothing is far off.
    assertThat(run.mean(0)).isBetween(-1.5, 1.5);
    assertThat(run.sd(0)).isBetween(2.0, 3.5);
  }

  /// Source: posteriordb, reference_posteriors/summary_statistics/mean/mean/
  /// eight_schools-eight_schools_noncentered.json (10,000 draws of Stan, with their standard
  /// errors), in the order mu, tau, theta[1] … theta[8].
  @Test
  void eightSchoolsAgreeWithPosteriordb() {
    double[] mean = {
      4.41051833695493, 3.60205952364059, 6.15050229334425, 4.9395811407422, 3.90590609001582,
      4.79601675138494, 3.6144363246799, 4.0511475789675, 6.31716975886893, 4.88399694353288
    };
    double[] error = {
      0.0330374705950917, 0.0318615135640706, 0.0557375282295219, 0.0462293788624847,
      0.0542313705632124, 0.0474935816762281, 0.0461450610244603, 0.0485195392528031,
      0.0498766794075794, 0.0542511606560972
    };
    Run run = sample(KnownPosteriors.eightSchools(), 3000, 0.8);
    for (int i = 0; i < mean.length; i++) {
      mean(run, i == 0 ? "mu" : i == 1 ? "tau" : "theta[" + (i - 1) + "]", i, mean[i], error[i]);
    }
  }
}
