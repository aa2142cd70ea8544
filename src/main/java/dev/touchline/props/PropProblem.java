/// The reference model made ready for the sampler.
package dev.touchline.props;

import dev.touchline.mcmc.ChainState;
import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.Problem;
import dev.touchline.mcmc.SmallMatrix;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The reference model on given data, with starting points and a first metric.
public final class PropProblem implements Problem {
  /// Starts are this many times wider than the posterior.
  private static final double OVERDISPERSION = 1.5;

  private final Preparation preparation;
  private final Kernels kernels;

  private final Coordinates coordinates;
  private final Metric metric;

  /// Null where the chains begin around the mode.
  private final @Nullable WarmStart before;

  /// Places of the coordinates in `before`, −1 for those that are new.
  private final int[] places;

  private PropProblem(ModelData data, @Nullable WarmStart asked) {
    preparation = Preparation.of(data);
    kernels = Kernels.of(preparation.rows(), preparation.anchors(), preparation.layout());
    coordinates = Coordinates.of(data, preparation.rows(), preparation.layout());
    before = asked != null && coordinates.comparable(asked.coordinates()) ? asked : null;
    places = before == null ? new int[0] : coordinates.placesIn(before.coordinates());
    metric =
        before == null
            ? preparation.metric()
            : before.metric(places, preparation.mode(), preparation.metric());
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
    return new PropProblem(data, null);
  }

  /// The same, its chains beginning where those of an earlier fit ended, whose rows were for the
  /// most part the same; around the mode where that was another model's.
  public static PropProblem after(WarmStart before, ModelData data) {
    return new PropProblem(data, before);
  }

  /// Whether the chains begin where others ended.
  public boolean warm() {
    return before != null;
  }

  /// Where the chains ended, for a later fit.
  public WarmStart warmStart(List<ChainState> ends) {
    return WarmStart.of(coordinates, preparation.mode(), ends);
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
    if (before != null) {
      float[] last = before.positions()[chain % before.positions().length];
      for (int i = 0; i < position.length; i++) {
        position[i] += places[i] < 0 ? random.nextGaussian() : last[places[i]];
      }
      return position;
    }
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
    return metric;
  }
}
