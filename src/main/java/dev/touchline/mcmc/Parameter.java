/// A named array that a model reports for each draw.
package dev.touchline.mcmc;

import java.util.Arrays;
import java.util.List;

/// A parameter in constrained space, as it stands in the trace.
///
/// @param name such as `player_effect`
/// @param dims names of its dimensions after chain and draw, such as `player`, `prop`
/// @param shape lengths of those dimensions
public record Parameter(String name, List<String> dims, int[] shape) {

  /// Number of scalars.
  public int size() {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameter that
        && name.equals(that.name)
        && dims.equals(that.dims)
        && Arrays.equals(shape, that.shape);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(shape);
  }
}
