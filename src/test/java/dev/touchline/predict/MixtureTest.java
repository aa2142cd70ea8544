/// Sums over the samples of a rate, in plain Java and in vectors, against sums written term by
/// term.
package dev.touchline.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchline.props.PropProblem;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void momentsAndProbabilitiesAreThoseOfTheSamples(boolean vectors) {
    assumeTrue(!vectors || PropProblem.vectorsServe());
    SplittableRandom random = new SplittableRandom(7);
    for (int n : new int[] {1, 2, 3, 5, 100, 1000}) {
      for (double level : new double[] {1e-6, 0.3, 2, 40, 400}) {
        double[] rate =
            Arrays.copyOf(
                random.doubles(n).map(x -> level * (0.5 + x)).toArray(), Mixture.padded(n));
        Mixture mixture = vectors ? new VectorMixture(n) : new PlainMixture(n);
        mixture.load(rate);
        double mean = Arrays.stream(rate, 0, n).average().orElseThrow();
        double variance =
            Arrays.stream(rate, 0, n).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(mixture.mean()).isCloseTo(mean, within(1e-14 * mean));
        assertThat(mixture.variance())
            .isCloseTo(variance, within(1e-12 * variance + 1e-15 * mean * mean));
        double[] pmf = mixture.pmf();
        double rest = 1;
        for (int y = 0; y < pmf.length; y++) {
          assertThat(rest).isGreaterThan(0.9e-9);
          double expected = probability(rate, n, y);
          assertThat(pmf[y]).isCloseTo(expected, within(1e-11 * expected + 1e-300));
          rest -= pmf[y];
        }
        assertThat(pmf.length == Mixture.MOST_COUNTS || rest < 1.1e-9).isTrue();
      }
    }
  }

  private static double probability(double[] rate, int n, int y) {
    double logFactorial = 0;
    for (int i = 2; i <= y; i++) {
      logFactorial += Math.log(i);
    }
    double sum = 0;
    for (int s = 0; s < n; s++) {
      sum += Math.exp(y * Math.log(rate[s]) - rate[s] - logFactorial);
    }
    return sum / n;
  }
}
