/// The density is the model's, for every variant, and its gradient is its own.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(DensityChecks.differences(model, 7)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void gradientEqualsAutomaticDifferencesOfTheReadableModel(ModelData data) {
    Model model = PropProblem.of(data).newModel();
    assertThat(DensityChecks.automatic(model, new ReadableModel(data, model.parameters()), 5))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void densityEqualsTheReadableModelTimesTheJacobian(ModelData data) {
    Model model = PropProblem.of(data).newModel();
    assertThat(DensityChecks.offsets(model, new ReadableModel(data, model.parameters()), 11))
        .isEmpty();
  }

  @Test
  void evaluationIsRepeatable() {
    Model model = PropProblem.of(RandomRows.of(List.of(Prop.values()), 60, 9, 3, 2, 3)).newModel();
    int n = model.dimension();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    double[] a = DensityChecks.position(n, random);
    double[] b = DensityChecks.position(n, random);
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
}
