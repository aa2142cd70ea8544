/// How far the vector kernel is from the scalar one, and what either leaves on the heap.
package dev.touchline.props;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.Model;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// As a program, it writes the kernel, the largest difference over all problems and the bytes into
/// a file, so that processes with other vectors can be asked.
final class KernelAgreement {
  private static final int EVALUATIONS = 20_000;

  private KernelAgreement() {}

  static Stream<ModelData> problems() {
    return Stream.of(
        RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 2, 1),
        RandomRows.of(List.of(Prop.GOALS, Prop.CARDS), 50, 8, 4, 1, 2),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, 3),
        RandomRows.of(List.of(Prop.values()), 30, 5, 2, 0, 4),
        // Every player has about one row; then blocks of many players, and blocks of odd rows.
        RandomRows.of(List.of(Prop.values()), 40, 39, 5, 4, 5),
        RandomRows.of(List.of(Prop.values()), 1500, 700, 150, 4, 6),
        RandomRows.of(List.of(Prop.values()), 901, 129, 20, 4, 8),
        RandomRows.of(List.of(Prop.SHOTS), 40, 9, 3, 1, ModelVariant.MINUTES, 0, 1),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, ModelVariant.MINUTES, 0, 3),
        RandomRows.of(List.of(Prop.values()), 60, 9, 3, 4, ModelVariant.TEAM, 3, 3),
        RandomRows.of(List.of(Prop.values()), 1500, 700, 150, 4, ModelVariant.TEAM, 150, 6));
  }

  static Model model(ModelData data, boolean vector) {
    Preparation ready = Preparation.of(data);
    Kernels kernels =
        vector
            ? Kernels.vector(ready.rows(), ready.anchors(), ready.layout())
            : Kernels.scalar(ready.rows(), ready.anchors(), ready.layout());
    return new PropDensity(
        ready.rows(), ready.anchors(), ready.layout(), ready.parameters(), kernels.newKernel());
  }

  /// The largest difference of density and gradient at positions from the mode to far away: entries
  /// are sums of terms as large as the largest, so rounding is relative to those.
  static double largestDifference(ModelData data) {
    Model scalar = model(data, false);
    Model vector = model(data, true);
    int n = scalar.dimension();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20180614);
    double[] position = new double[n];
    double[] expected = new double[n];
    double[] found = new double[n];
    double largest = 0;
    for (double scale : new double[] {0, 0.1, 0.5, 1, 1, 1, 2}) {
      for (int i = 0; i < n; i++) {
        position[i] = scale * random.nextGaussian();
      }
      double value = scalar.valueAndGradient(position, expected);
      double same = vector.valueAndGradient(position, found);
      largest = Math.max(largest, Math.abs(same - value) / (1 + Math.abs(value)));
      double size = 0;
      for (double g : expected) {
        size = Math.max(size, Math.abs(g));
      }
      for (int i = 0; i < n; i++) {
        largest = Math.max(largest, Math.abs(found[i] - expected[i]) / (1 + size));
      }
    }
    return largest;
  }

  /// Bytes that an evaluation leaves on the heap, once compiled.
  static double bytes(boolean vector) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Model model = model(RandomRows.of(List.of(Prop.values()), 600, 150, 20, 4, 7), vector);
    double[] position = new double[model.dimension()];
    double[] gradient = new double[model.dimension()];
    for (int i = 0; i < EVALUATIONS; i++) {
      position[i % position.length] += 1e-4;
      model.valueAndGradient(position, gradient);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < EVALUATIONS; i++) {
      model.valueAndGradient(position, gradient);
    }
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / EVALUATIONS;
  }

  /// Writes `KERNEL DIFFERENCE BYTES` into the file that is named.
  public static void main(String[] args) throws IOException {
    double largest = problems().mapToDouble(KernelAgreement::largestDifference).max().orElseThrow();
    Files.writeString(
        Path.of(args[0]), PropProblem.kernel() + " " + largest + " " + bytes(true), UTF_8);
  }
}
