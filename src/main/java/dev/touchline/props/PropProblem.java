/// The reference model made ready for the sampler.
package dev.touchline.props;

import dev.touchline.mcmc.Metric;
import dev.touchline.mcmc.Model;
import dev.touchline.mcmc.Parameter;
import dev.touchline.mcmc.Problem;
import java.util.List;
import java.util.random.RandomGenerator;

/// The reference model on given data, with starting points and a first metric.
public final class PropProblem implements Problem {
  private final ModelData data;

  private PropProblem(ModelData data) {
    this.data = data;
  }

  /// Prepares the model; takes a fraction of a second.
  public static PropProblem of(ModelData data) {
    return new PropProblem(data);
  }

  /// The parameters of the trace: `alpha`, `home`, `beta`, `player_effect`, `opponent_effect`,
  /// `position_effect`, `player_sd`, `opponent_sd`, `player_corr`, `opponent_corr`.
  public List<Parameter> parameters() {
    return newModel().parameters();
  }

  @Override
  public Model newModel() {
    throw new UnsupportedOperationException("not built yet: " + data.rows());
  }

  @Override
  public double[] start(int chain, RandomGenerator random) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public Metric initialMetric() {
    throw new UnsupportedOperationException("not built yet");
  }
}
