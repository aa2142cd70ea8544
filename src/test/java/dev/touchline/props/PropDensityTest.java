/// The density is the model's, for every variant, and its gradient is its own.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchline.football.Prop;
import dev.touchline.mcmc.Model;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropDensityTest {
  static Stream<ModelData> problems() {
    return Stream.of(
        RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 2, 1),
        RandomRows.of(List.of(Prop.GOALS, Prop.CARDS), 50, 8, 4, 1, 2),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, 3),
        RandomRows.of(List.of(Prop.values()), 30, 5, 2, 0, 4),
        RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 2, ModelVariant.MINUTES, 0, 1),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, ModelVariant.MINUTES, 0, 3),
        RandomRows.of(List.of(Prop.CARDS), 40, 9, 3, 1, ModelVariant.TEAM, 2, 2),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, ModelVariant.TEAM, 3, 3));
  }

  /// More players and opponents than one block holds.
  static Stream<ModelData> largerProblems() {
    return Stream.concat(
        problems(),
        Stream.of(
            RandomRows.of(List.of(Prop.values()), 1500, 700, 150, 4, 5),
            RandomRows.of(List.of(Prop.values()), 1500, 700, 150, 4, ModelVariant.TEAM, 140, 5)));
  }

  @ParameterizedTest
  @MethodSource("largerProblems")
  void gradientEqualsCentralDifferences(ModelData data) {
    Model model = PropProblem.of(data).newModel();
    int n = model.dimension();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    double[] position = randomPosition(n, random);
    double[] gradient = new double[n];
    double[] scratch = new double[n];
    model.valueAndGradient(position, gradient);
    int stride = Math.max(1, n / 150);
    for (int i = 0; i < n; i += i < model.denseBlock() ? 1 : stride) {
      double h = 1e-4;
      double kept = position[i];
      // Fourth-order differences, so that the comparison can be tight.
      double[] values = new double[4];
      double[] offsets = {-2 * h, -h, h, 2 * h};
      for (int j = 0; j < 4; j++) {
        position[i] = kept + offsets[j];
        values[j] = model.valueAndGradient(position, scratch);
      }
      position[i] = kept;
      double numeric = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h);
      assertThat(gradient[i])
          .as("coordinate %d of %d", i, n)
          .isCloseTo(numeric, within(2e-6 * (1 + Math.abs(numeric))));
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void densityEqualsTheReadableModelTimesTheJacobian(ModelData data) {
    Model model = PropProblem.of(data).newModel();
    ReadableModel readable = new ReadableModel(data, model.parameters());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    int n = model.dimension();
    double first = Double.NaN;
    for (int point = 0; point < 6; point++) {
      double[] position = randomPosition(n, random);
      double lp = model.valueAndGradient(position, new double[n]);
      double[] values = new double[model.valueCount()];
      model.values(position, values);
      double expected =
          readable.logDensity(values) + logJacobian(model, readable, position, values.length);
      double difference = lp - expected;
      if (point == 0) {
        first = difference;
      }
      assertThat(difference).as("constant between densities").isCloseTo(first, within(2e-5));
    }
  }

  @Test
  void evaluationIsRepeatable() {
    Model model = PropProblem.of(RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, 3)).newModel();
    int n = model.dimension();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    double[] a = randomPosition(n, random);
    double[] b = randomPosition(n, random);
    double[] gradient = new double[n];
    double[] again = new double[n];
    double lp = model.valueAndGradient(a, gradient);
    model.valueAndGradient(b, again);
    assertThat(model.valueAndGradient(a, again)).isEqualTo(lp);
    assertThat(again).isEqualTo(gradient);
  }

  @Test
  void absurdPositionHasNoDensity() {
    Model model = PropProblem.of(RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, 3)).newModel();
    double[] position = new double[model.dimension()];
    position[0] = 1e6;
    position[1] = 1e6;
    position[2] = 1e6;
    java.util.Arrays.fill(position, 0, 12, 1e6);
    double lp = model.valueAndGradient(position, new double[model.dimension()]);
    assertThat(Double.isFinite(lp) && lp > -1e9).isFalse();
  }

  private static double[] randomPosition(int n, RandomGenerator random) {
    double[] position = new double[n];
    for (int i = 0; i < n; i++) {
      position[i] = 0.6 * random.nextGaussian();
    }
    return position;
  }

  /// ln |det d(free values)/d(position)| by central differences.
  private static double logJacobian(
      Model model, ReadableModel readable, double[] position, int valueCount) {
    int n = position.length;
    double[][] jacobian = new double[n][n];
    double[] values = new double[valueCount];
    double h = 1e-5;
    double[] moved = position.clone();
    for (int i = 0; i < n; i++) {
      moved[i] = position[i] + h;
      model.values(moved, values);
      double[] up = readable.free(values);
      moved[i] = position[i] - h;
      model.values(moved, values);
      double[] down = readable.free(values);
      moved[i] = position[i];
      assertThat(up).hasSize(n);
      for (int j = 0; j < n; j++) {
        jacobian[j][i] = (up[j] - down[j]) / (2 * h);
      }
    }
    return ReadableModel.eliminate(jacobian, new double[n]);
  }
}
