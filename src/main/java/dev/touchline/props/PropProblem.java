/// The reference model made ready for the sampler.
package dev.touchline.props;

import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.Problem;
import dev.touchline.mcmc.SmallMatrix;
import java.util.List;
import java.util.random.RandomGenerator;

/// The reference model on given data, with starting points and a first metric.
public final class PropProblem implements Problem {
  /// Starts are this many times wider than the posterior.
  private static final double OVERDISPERSION = 1.5;

  private final Preparation preparation;
  private final Kernels kernels;

  private PropProblem(Preparation preparation) {
    this.preparation = preparation;
    kernels = Kernels.of(preparation.rows(), preparation.anchors(), preparation.layout());
  }

  /// What computes gradients in this process, `vector` or `scalar`: the same seed gives the same
  /// draws only with the same one.
  public static String kernel() {
    return vectorsServe() ? "vector" : "scalar";
  }

  /// Whether this process may compute in vectors of four doubles.
  public static boolean vectorsServe() {
    return Kernels.vectorsServe();
  }

  /// Prepares the model; takes a fraction of a second.
  public static PropProblem of(ModelData data) {
    return new PropProblem(Preparation.of(data));
  }

  /// The parameters of the trace: `alpha`, `home`, `beta`, `position_effect`, `player_effect`,
  /// `opponent_effect`, `player_sd`, `opponent_sd`, `player_corr`, `opponent_corr`.
  public List<Parameter> parameters() {
    return preparation.parameters();
  }

  @Override
  public Model newModel() {
    return new PropDensity(
        preparation.rows(),
        preparation.anchors(),
        preparation.layout(),
        preparation.parameters(),
        kernels.newKernel());
  }

  @Override
  public double[] start(int chain, RandomGenerator random) {
    double[] position = preparation.mode().clone();
    int g = preparation.layout().dense();
    double[] factor = SmallMatrix.cholesky(preparation.metric().dense(), g);
    double[] noise = new double[g];
    for (int i = 0; i < g; i++) {
      noise[i] = OVERDISPERSION * random.nextGaussian();
    }
    for (int i = 0; i < g; i++) {
      for (int j = 0; j <= i; j++) {
        position[i] += factor[i * g + j] * noise[j];
      }
    }
    for (int i = g; i < position.length; i++) {
      position[i] += random.nextGaussian();
    }
    return position;
  }

  @Override
  public Metric initialMetric() {
    return preparation.metric();
  }
}
