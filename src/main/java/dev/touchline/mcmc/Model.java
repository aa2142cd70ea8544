/// A log density that can say what its coordinates mean.
package dev.touchline.mcmc;

import java.util.List;

/// A model: a log density over `position`, and the constrained `values` that a position stands for.
public interface Model extends LogDensity {
  /// The parameters of the trace, in the order in which [#values] writes them (each C order).
  List<Parameter> parameters();

  /// Number of scalars that [#values] writes.
  default int valueCount() {
    return parameters().stream().mapToInt(Parameter::size).sum();
  }

  /// Writes the constrained values of a position.
  void values(double[] position, double[] values);
}
