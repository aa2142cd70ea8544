/// Times the model's gradient, so that kernels and machines can be compared.
package dev.touchline.work;

import dev.touchline.football.Prop;
import dev.touchline.props.GradientTiming;
import dev.touchline.props.ModelData;
import dev.touchline.props.RandomRows;
import java.nio.file.Path;
import java.util.List;

/// The measurement behind `bench gradient`.
public final class GradientBench {
  private static final double SECONDS_A_ROUND = 0.4;
  private static final int FEATURES = 4;
  private static final long SEED = 1;

  private GradientBench() {}

  /// Figures, keys as in the JSON; times are medians of rounds on one thread.
  ///
  /// @param kernel what computed it, `vector` or `scalar`
  /// @param microseconds of one evaluation
  public record Result(
      int rows,
      int players,
      int opponents,
      int props,
      String kernel,
      double microseconds,
      double nsPerRowAndProp,
      double scalarNsPerRowAndProp,
      double bytesAllocatedPerEvaluation) {}

  /// Measures a problem as [SamplingBench#run] reads it.
  ///
  /// @param rounds rounds that alternate between the kernels, 0.4 seconds of each
  public static Result of(Path problem, int rounds) {
    return measure(SamplingBench.read(problem), rounds);
  }

  /// Measures rows at random with all props and four features.
  public static Result of(int rows, int players, int opponents, int rounds) {
    return measure(
        RandomRows.of(List.of(Prop.values()), rows, players, opponents, FEATURES, SEED), rounds);
  }

  private static Result measure(ModelData data, int rounds) {
    GradientTiming.Figures figures = new GradientTiming(rounds, SECONDS_A_ROUND).of(data);
    double cells = (double) data.rows() * data.props().size();
    return new Result(
        data.rows(),
        data.players().size(),
        data.opponents().size(),
        data.props().size(),
        figures.kernel(),
        figures.nanoseconds() / 1e3,
        figures.nanoseconds() / cells,
        figures.scalarNanoseconds() / cells,
        figures.bytes());
  }
}
