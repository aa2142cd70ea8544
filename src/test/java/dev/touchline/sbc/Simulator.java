/// A model that can be turned round: parameters from the prior, data from the parameters.
package dev.touchline.sbc;

import java.util.random.RandomGenerator;

/// Draws trials. Data sets may be put aside for what the data are (never for what the parameters
/// are): given data that are kept, the posterior is the same whether others were kept or not, so
/// ranks stay uniform.
public interface Simulator {
  /// The next trial; uses nothing but this stream.
  Trial draw(RandomGenerator random);
}
