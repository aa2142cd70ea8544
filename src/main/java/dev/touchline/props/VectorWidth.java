/// The one width of vectors in the process.
package dev.touchline.props;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// Four doubles: species of two widths in one process would make the compiler put vectors on the
/// heap.
public final class VectorWidth {
  /// Four doubles.
  public static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;

  /// Four longs, the bits of [#FOUR].
  static final VectorSpecies<Long> FOUR_LONGS = LongVector.SPECIES_256;

  private VectorWidth() {}

  /// Whether the processor has vectors that wide.
  static boolean fourDoubles() {
    return DoubleVector.SPECIES_PREFERRED.length() >= FOUR.length();
  }
}
