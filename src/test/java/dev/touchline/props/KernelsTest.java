/// The vector kernel computes what the scalar one does, without garbage.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelsTest {
  private static final int EVALUATIONS = 20_000;

  /// Of an evaluation; a vector on the heap would be megabytes.
  private static final double MOST_BYTES = 64;

  @BeforeEach
  void vectors() {
    assumeTrue(
        Kernels.vectorsServe(),
        "SKIPPED: no vectors of four doubles here; --add-modules=jdk.incubator.vector, AVX2");
  }

  static Stream<ModelData> problems() {
    return Stream.of(
        RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 2, 1),
        RandomRows.of(List.of(Prop.GOALS, Prop.CARDS), 50, 8, 4, 1, 2),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, 3),
        RandomRows.of(List.of(Prop.values()), 30, 5, 2, 0, 4),
        // Every player has about one row; then blocks of many players.
        RandomRows.of(List.of(Prop.values()), 40, 39, 5, 4, 5),
        RandomRows.of(List.of(Prop.values()), 1500, 700, 150, 4, 6),
        RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 1, ModelVariant.MINUTES, 0, 1),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, ModelVariant.MINUTES, 0, 3),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, ModelVariant.TEAM, 3, 3),
        RandomRows.of(List.of(Prop.values()), 1500, 700, 150, 4, ModelVariant.TEAM, 150, 6));
  }

  private static Model model(ModelData data, boolean vector) {
    Preparation ready = Preparation.of(data);
    Kernels kernels =
        vector
            ? Kernels.vector(ready.rows(), ready.anchors(), ready.layout())
            : Kernels.scalar(ready.rows(), ready.anchors(), ready.layout());
    return new PropDensity(
        ready.rows(), ready.anchors(), ready.layout(), ready.parameters(), kernels.newKernel());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void bothGiveTheSameDensityAndGradient(ModelData data) {
    Model scalar = model(data, false);
    Model vector = model(data, true);
    int n = scalar.dimension();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20180614);
    double[] position = new double[n];
    double[] expected = new double[n];
    double[] found = new double[n];
    for (double scale : new double[] {0, 0.1, 0.5, 1, 1, 1, 2}) {
      for (int i = 0; i < n; i++) {
        position[i] = scale * random.nextGaussian();
      }
      double value = scalar.valueAndGradient(position, expected);
      assertThat(vector.valueAndGradient(position, found))
          .isCloseTo(value, within(1e-12 * (1 + Math.abs(value))));
      double size = 0;
      for (double g : expected) {
        size = Math.max(size, Math.abs(g));
      }
      for (int i = 0; i < n; i++) {
        // Entries are sums of terms as large as the largest: rounding is relative to those.
        assertThat(found[i])
            .as("coordinate %d of %d at scale %s", i, n, scale)
            .isCloseTo(expected[i], within(1e-12 * (1 + size)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void bothGiveTheSameValuesOfADraw(ModelData data) {
    Model scalar = model(data, false);
    Model vector = model(data, true);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20180614);
    double[] position = new double[scalar.dimension()];
    double[] expected = new double[scalars(scalar)];
    double[] found = new double[expected.length];
    for (double scale : new double[] {0, 0.5, 1, 2}) {
      for (int i = 0; i < position.length; i++) {
        position[i] = scale * random.nextGaussian();
      }
      scalar.values(position, expected);
      vector.values(position, found);
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i])
            .as("scalar %d of %d at scale %s", i, expected.length, scale)
            .isCloseTo(expected[i], within(1e-12 * (1 + Math.abs(expected[i]))));
      }
    }
  }

  private static int scalars(Model model) {
    return model.parameters().stream().mapToInt(Parameter::size).sum();
  }

  @Test
  void farAwayTheScalarKernelAnswers() {
    ModelData data = RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, 3);
    Model scalar = model(data, false);
    Model vector = model(data, true);
    int n = scalar.dimension();
    for (double far : new double[] {40, 1e3, 1e8, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] position = new double[n];
      double[] expected = new double[n];
      double[] found = new double[n];
      position[n - 1] = far;
      position[0] = far;
      double value = scalar.valueAndGradient(position, expected);
      double same = vector.valueAndGradient(position, found);
      if (Double.isFinite(value)) {
        assertThat(same).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
      } else {
        assertThat(Double.isFinite(same)).isFalse();
      }
    }
  }

  @Test
  void anEvaluationAndTheValuesOfADrawLeaveNothingOnTheHeap() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (boolean vectors : new boolean[] {false, true}) {
      Model model = model(RandomRows.of(List.of(Prop.values()), 600, 150, 20, 4, 7), vectors);
      double[] position = new double[model.dimension()];
      double[] gradient = new double[model.dimension()];
      double[] values = new double[scalars(model)];
      for (int i = 0; i < EVALUATIONS; i++) {
        position[i % position.length] += 1e-4;
        model.valueAndGradient(position, gradient);
        model.values(position, values);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < EVALUATIONS; i++) {
        model.valueAndGradient(position, gradient);
        model.values(position, values);
      }
      double bytes = (double) (threads.getCurrentThreadAllocatedBytes() - before) / EVALUATIONS;
      assertThat(bytes).as(vectors ? "vector" : "scalar").isLessThan(MOST_BYTES);
    }
  }
}
