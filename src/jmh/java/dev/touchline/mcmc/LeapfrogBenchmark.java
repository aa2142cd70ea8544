/// Times a step of the trajectory, and what it costs beside the gradient.
package dev.touchline.mcmc;

import dev.touchline.football.Prop;
import dev.touchline.props.PropProblem;
import dev.touchline.props.RandomRows;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The model of 1,700 rows, 600 players and 32 opponents, near its mode.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls what is marked as set-up first
public class LeapfrogBenchmark {
  private static final double STEP = 0.3;

  private Model model;
  private Hamiltonian hamiltonian;
  private Hamiltonian flat;
  private Xoshiro256PlusPlus random;
  private PhasePoint start;
  private PhasePoint flatStart;
  private NutsTree<PhasePoint> tree;
  private double[] gradient;

  /// Makes model and starting point.
  @Setup
  public void prepare() {
    PropProblem problem =
        PropProblem.of(RandomRows.of(List.of(Prop.values()), 1_700, 600, 32, 4, 1));
    model = problem.newModel();
    random = Xoshiro256PlusPlus.stream(1, 0);
    hamiltonian = begin(model, problem.initialMetric());
    start = hamiltonian.at(problem.start(0, random));
    hamiltonian.refresh(start, random);
    flat = begin(new Flat(model.dimension(), model.denseBlock()), problem.initialMetric());
    flatStart = flat.at(start.position);
    flat.refresh(flatStart, random);
    tree = new NutsTree<>(hamiltonian, 10, 1000);
    gradient = new double[model.dimension()];
  }

  private static Hamiltonian begin(LogDensity density, Metric metric) {
    Hamiltonian trajectory = new Hamiltonian(density, metric);
    trajectory.stepSize(STEP);
    return trajectory;
  }

  /// The gradient alone.
  @Benchmark
  public double gradient() {
    return model.valueAndGradient(start.position, gradient);
  }

  /// A step with its gradient.
  @Benchmark
  public double step() {
    PhasePoint next = hamiltonian.step(start, true);
    double error = next.energyError;
    hamiltonian.recycle(next);
    return error;
  }

  /// A step on a density that costs nothing.
  @Benchmark
  public double stepWithoutGradient() {
    PhasePoint next = flat.step(flatStart, true);
    double error = next.energyError;
    flat.recycle(next);
    return error;
  }

  /// One turning check.
  @Benchmark
  public boolean turning() {
    return hamiltonian.turning(start, flatStart);
  }

  /// A whole transition, which walks some 7 to 15 steps.
  @Benchmark
  public double transition() {
    hamiltonian.refresh(start, random);
    PhasePoint next = tree.transition(start, random);
    double lp = next.lp;
    if (--next.holders == 0) {
      hamiltonian.recycle(next);
    }
    return lp;
  }

  /// A constant density.
  private record Flat(int dimension, int denseBlock) implements LogDensity {
    @Override
    public double valueAndGradient(double[] position, double[] result) {
      return 0;
    }
  }
}
