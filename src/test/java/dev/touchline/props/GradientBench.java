/// Times one evaluation of the density with its gradient, scalar and vector kernel in turn.
package dev.touchline.props;

import com.sun.management.ThreadMXBean;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.Model;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A program, not a test: `mvn -Pbench-gradient`. Medians of rounds that alternate between the
/// kernels, on one thread, of the whole density: players, rows, prior and coordinates.
public final class GradientBench {
  private static final int ROUNDS = 15;
  private static final double SECONDS_A_ROUND = 0.4;

  private GradientBench() {}

  /// Prints one line a size and kernel.
  public static void main(String[] args) {
    int[][] sizes = {{1_700, 600, 32}, {54_000, 2_000, 100}};
    for (int[] size : sizes) {
      ModelData data = TestData.random(List.of(Prop.values()), size[0], size[1], size[2], 4, 1);
      Preparation ready = Preparation.of(data);
      Kernels scalar = Kernels.scalar(ready.rows(), ready.anchors(), ready.layout());
      Kernels vector =
          Kernels.vectorsServe()
              ? Kernels.vector(ready.rows(), ready.anchors(), ready.layout())
              : scalar;
      double[][] times = new double[2][ROUNDS];
      double[] bytes = new double[2];
      Model[] models = new Model[2];
      for (int m = 0; m < 2; m++) {
        models[m] =
            new PropDensity(
                ready.rows(),
                ready.anchors(),
                ready.layout(),
                ready.parameters(),
                (m == 0 ? scalar : vector).newKernel());
        time(models[m], 3);
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (int m = 0; m < 2; m++) {
          double[] both = time(models[m], SECONDS_A_ROUND);
          times[m][round] = both[0];
          bytes[m] = both[1];
        }
      }
      for (int m = 0; m < 2; m++) {
        Arrays.sort(times[m]);
        double median = times[m][ROUNDS / 2];
        System.out.printf(
            Locale.ROOT,
            "%,d rows, %,d players, %s kernel: %.1f µs, %.2f ns a row and prop, %.1f bytes%n",
            size[0],
            size[1],
            m == 0 ? "scalar" : "vector",
            median / 1e3,
            median / size[0] / 3,
            bytes[m]);
      }
      System.out.printf(Locale.ROOT, "ratio %.2f%n", times[0][ROUNDS / 2] / times[1][ROUNDS / 2]);
    }
  }

  /// Nanoseconds and bytes of one evaluation.
  private static double[] time(Model model, double seconds) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] position = new double[model.dimension()];
    double[] gradient = new double[model.dimension()];
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long begin = System.nanoTime();
    long count = 0;
    while (System.nanoTime() - begin < 1e9 * seconds) {
      position[(int) (count % position.length)] += 1e-5;
      model.valueAndGradient(position, gradient);
      count++;
    }
    return new double[] {
      (double) (System.nanoTime() - begin) / count,
      (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / count
    };
  }
}
