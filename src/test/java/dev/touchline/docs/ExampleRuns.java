/// Runs of the sampler that go well and that go wrong, for the page on plots.
package dev.touchline.docs;

import dev.touchline.mcmc.ChainListener;
import dev.touchline.mcmc.DrawStats;
import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.Problem;
import dev.touchline.mcmc.Sampler;
import dev.touchline.mcmc.SamplerSettings;
import dev.touchline.mcmc.StopSignal;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Each is a density with a known shape, sampled by the program's own sampler.
final class ExampleRuns {
  private static final int CHAINS = 4;

  private ExampleRuns() {}

  /// What a run left: position `i` of each chain, and its statistics.
  ///
  /// @param positions shape: chain, coordinate, draw
  /// @param energy shape: chain, draw
  /// @param diverging shape: chain, draw
  record Run(double[][][] positions, double[][] energy, boolean[][] diverging) {
    /// The draws of one coordinate, an array a chain.
    double[][] of(int coordinate) {
      return Arrays.stream(positions).map(chain -> chain[coordinate]).toArray(double[][]::new);
    }
  }

  /// Two coordinates that are nearly independent normals: nothing is in the sampler's way.
  static Run good() {
    return run(
        new Shape(2) {
          @Override
          public double valueAndGradient(double[] q, double[] g) {
            g[0] = -q[0];
            g[1] = -q[1];
            return -0.5 * (q[0] * q[0] + q[1] * q[1]);
          }
        },
        400);
  }

  /// Two hills far apart, of which a chain climbs the one that it starts at.
  static Run twoHills() {
    return run(
        new Shape(2) {
          @Override
          public double valueAndGradient(double[] q, double[] g) {
            double near = -0.5 * (q[0] - 5) * (q[0] - 5);
            double far = -0.5 * (q[0] + 5) * (q[0] + 5);
            double most = Math.max(near, far);
            double a = Math.exp(near - most);
            double b = Math.exp(far - most);
            g[0] = -(a * (q[0] - 5) + b * (q[0] + 5)) / (a + b);
            g[1] = -q[1];
            return most + Math.log(a + b) - 0.5 * q[1] * q[1];
          }

          @Override
          public double[] start(int chain, RandomGenerator random) {
            return new double[] {chain < 3 ? 4 : -4, random.nextGaussian()};
          }
        },
        400);
  }

  /// Neal's funnel in ten dimensions: coordinate 0 is the log of the others' variance, which the
  /// sampler cannot follow into its neck.
  static Run funnel() {
    return run(
        new Shape(10) {
          @Override
          public double valueAndGradient(double[] q, double[] g) {
            double inverse = Math.exp(-q[0]);
            double lp = -q[0] * q[0] / 18;
            g[0] = -q[0] / 9;
            for (int i = 1; i < q.length; i++) {
              lp -= 0.5 * (q[i] * q[i] * inverse + q[0]);
              g[0] += 0.5 * q[i] * q[i] * inverse - 0.5;
              g[i] = -q[i] * inverse;
            }
            return lp;
          }
        },
        400);
  }

  /// A ridge a hundred times as long as wide, without adaptation: short steps along it.
  static Run slow() {
    return run(
        new Shape(2) {
          @Override
          public double valueAndGradient(double[] q, double[] g) {
            double across = (q[0] - q[1]) / 0.02;
            double along = q[0] + q[1];
            g[0] = -across / 0.02 - along;
            g[1] = across / 0.02 - along;
            return -0.5 * (across * across + along * along);
          }
        },
        0,
        4);
  }

  private static Run run(Shape shape, int tune) {
    return run(shape, tune, 10);
  }

  private static Run run(Shape shape, int tune, int depth) {
    int draws = 1000;
    double[][][] positions = new double[CHAINS][shape.dimension()][draws];
    double[][] energy = new double[CHAINS][draws];
    boolean[][] diverging = new boolean[CHAINS][draws];
    SamplerSettings settings =
        new SamplerSettings(CHAINS, draws, tune, 7, 0.8, depth, 1000, CHAINS);
    ChainListener keep =
        (int chain, int draw, boolean tuning, double[] position, DrawStats stats) -> {
          if (tuning) {
            return;
          }
          for (int i = 0; i < position.length; i++) {
            positions[chain][i][draw] = position[i];
          }
          energy[chain][draw] = stats.energy();
          diverging[chain][draw] = stats.diverging();
        };
    new Sampler(settings).run(shape, keep, StopSignal.NEVER);
    return new Run(positions, energy, diverging);
  }

  /// A density whose positions are their own values.
  private abstract static class Shape implements Problem, Model {
    private final int dimension;

    Shape(int dimension) {
      this.dimension = dimension;
    }

    @Override
    public int dimension() {
      return dimension;
    }

    @Override
    public Model newModel() {
      return this;
    }

    @Override
    public double[] start(int chain, RandomGenerator random) {
      return random.doubles(dimension, -2, 2).toArray();
    }

    @Override
    public Metric initialMetric() {
      return Metric.identity(0, dimension);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter("x", List.of("i"), new int[] {dimension}));
    }

    @Override
    public void values(double[] position, double[] values) {
      System.arraycopy(position, 0, values, 0, dimension);
    }
  }
}
