/// Times one evaluation of the density with its gradient, by the scalar and the fastest kernel in
/// turn.
package dev.touchline.props;

import com.sun.management.ThreadMXBean;
import dev.touchline.mcmc.Model;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// The whole density on the calling thread: players, rows, prior and coordinates.
public final class GradientTiming {
  private static final int LONGEST_WARM_UP = 8;

  private final int rounds;
  private final double secondsARound;

  /// @param rounds rounds that alternate between the kernels; their medians count
  /// @param secondsARound seconds of each kernel in each round
  public GradientTiming(int rounds, double secondsARound) {
    this.rounds = rounds;
    this.secondsARound = secondsARound;
  }

  /// What was measured.
  ///
  /// @param kernel the fastest kernel here, `vector` or `scalar`
  /// @param nanoseconds of one evaluation with that kernel
  /// @param scalarNanoseconds of one evaluation with the scalar kernel
  /// @param bytes allocated by one evaluation with the fastest kernel
  public record Figures(
      String kernel, double nanoseconds, double scalarNanoseconds, double bytes) {}

  /// Measures.
  public Figures of(ModelData data) {
    Preparation ready = Preparation.of(data);
    boolean vectors = Kernels.vectorsServe() && PackedRows.fits(ready.rows());
    Model scalar =
        model(ready, Kernels.scalar(ready.rows(), ready.anchors(), ready.layout()).newKernel());
    Model fast =
        vectors
            ? model(
                ready, Kernels.vector(ready.rows(), ready.anchors(), ready.layout()).newKernel())
            : scalar;
    double warmUp = secondsARound * Math.min(rounds, LONGEST_WARM_UP);
    time(scalar, warmUp);
    time(fast, warmUp);
    double[] slow = new double[rounds];
    double[] quick = new double[rounds];
    double[] bytes = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      slow[round] = time(scalar, secondsARound).nanoseconds();
      Evaluation evaluation = time(fast, secondsARound);
      quick[round] = evaluation.nanoseconds();
      bytes[round] = evaluation.bytes();
    }
    return new Figures(
        vectors ? "vector" : "scalar",
        median(quick),
        median(slow),
        Arrays.stream(bytes).max().orElse(0));
  }

  private static Model model(Preparation ready, PlayerKernel kernel) {
    return new PropDensity(
        ready.rows(), ready.anchors(), ready.layout(), ready.parameters(), kernel);
  }

  private record Evaluation(double nanoseconds, double bytes) {}

  private static Evaluation time(Model model, double seconds) {
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
    return new Evaluation(
        (double) (System.nanoTime() - begin) / count,
        (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / count);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
