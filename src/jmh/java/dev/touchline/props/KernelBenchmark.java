/// Times the density's gradient by kernel and size.
package dev.touchline.props;

import dev.touchline.football.Prop;
import dev.touchline.mcmc.Model;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One evaluation of the whole density: players, rows, prior and coordinates, three props.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls what is marked as set-up first
public class KernelBenchmark {
  /// Rows; those of 1,700 have 600 players and 32 opponents, those of 54,000 have 2,000 and 100.
  @Param({"1700", "54000"})
  int rows;

  /// Which kernel; without the vector module both are the scalar one.
  @Param({"scalar", "vector"})
  String kernel;

  private Model model;
  private double[] position;
  private double[] gradient;
  private int count;

  /// Makes the model.
  @Setup
  public void prepare() {
    boolean small = rows < 10_000;
    Preparation ready =
        Preparation.of(
            RandomRows.of(
                List.of(Prop.values()), rows, small ? 600 : 2_000, small ? 32 : 100, 4, 1));
    Kernels kernels =
        kernel.equals("vector") && Kernels.vectorsServe()
            ? Kernels.vector(ready.rows(), ready.anchors(), ready.layout())
            : Kernels.scalar(ready.rows(), ready.anchors(), ready.layout());
    model =
        new PropDensity(
            ready.rows(), ready.anchors(), ready.layout(), ready.parameters(), kernels.newKernel());
    position = new double[model.dimension()];
    gradient = new double[model.dimension()];
  }

  /// The gradient near the centre of the coordinates.
  @Benchmark
  public double gradient() {
    position[count++ % position.length] += 1e-5;
    return model.valueAndGradient(position, gradient);
  }
}
