/// Draws from the prior have the moments of model.md.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.Prop;
import dev.touchline.mcmc.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorDrawsTest {
  private static final int DRAWS = 20_000;

  /// Means and second moments of every scalar against closed forms. A mean of 20,000 draws is off
  /// by 0.7 % of a standard deviation on average.
  @Test
  void momentsAreThoseOfTheModel() {
    ModelData data = RandomRows.of(List.of(Prop.values()), 20, 6, 3, 2, 1);
    PriorDraws prior = new PriorDraws(data, 5);
    int n = prior.parameters().stream().mapToInt(Parameter::size).sum();
    double[] mean = new double[n];
    double[] square = new double[n];
    for (int d = 0; d < DRAWS; d++) {
      double[] values = prior.next();
      for (int i = 0; i < n; i++) {
        mean[i] += values[i] / DRAWS;
        square[i] += values[i] * values[i] / DRAWS;
      }
    }
    int at = 0;
    for (Parameter parameter : prior.parameters()) {
      for (int i = 0; i < parameter.size(); i++, at++) {
        // E[σ²] = 1, so effects have variance 1; LKJ(2) with three props: r² has mean 1 / 6, as
        // Beta(5/2, 5/2) on (−1, 1) has.
        double[] expected =
            switch (parameter.name()) {
              case "alpha" -> new double[] {-1, 1 + 2.25};
              case "home", "beta" -> new double[] {0, 0.25};
              case "position_effect" -> new double[] {0, 1};
              case "player_effect" -> new double[] {0, 2};
              case "opponent_effect" -> new double[] {0, 1};
              case "player_sd", "opponent_sd" -> new double[] {Math.sqrt(2 / Math.PI), 1};
              default -> i % 4 == 0 ? new double[] {1, 1} : new double[] {0, 1.0 / 6};
            };
        assertThat(mean[at]).as("%s %d", parameter.name(), i).isCloseTo(expected[0], within(0.05));
        assertThat(square[at])
            .as("%s %d squared", parameter.name(), i)
            .isCloseTo(expected[1], within(0.06 * expected[1] + 0.001));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameDraws() {
    ModelData data = RandomRows.of(List.of(Prop.SHOTS), 20, 6, 3, 2, 1);
    PriorDraws one = new PriorDraws(data, 5);
    PriorDraws two = new PriorDraws(data, 5);
    double[] first = one.next();
    assertThat(two.next()).isEqualTo(first);
    assertThat(one.next()).isNotEqualTo(first);
  }
}
