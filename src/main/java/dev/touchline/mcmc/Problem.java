/// Everything that a run of the sampler needs from a model.
package dev.touchline.mcmc;

import java.util.random.RandomGenerator;

/// A model ready to be sampled.
public interface Problem {
  /// A fresh model for one chain's thread.
  Model newModel();

  /// A starting position (shape: dimension), over-dispersed enough that R-hat can tell whether
  /// chains forget it.
  double[] start(int chain, RandomGenerator random);

  /// A first guess of the inverse metric.
  Metric initialMetric();
}
