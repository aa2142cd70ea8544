/// The widths of vectors in the process.
package dev.touchline.props;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// Four doubles where lanes are props, and as many as the processor has, up to eight, where they
/// are players or rows.
///
/// A loop over wide vectors that also uses narrow ones gives each call one width only: a call that
/// sees both makes the compiler put vectors on the heap.
public final class VectorWidth {
  /// Four doubles.
  public static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;

  private static final boolean EIGHT =
      DoubleVector.SPECIES_PREFERRED.length() >= DoubleVector.SPECIES_512.length();

  /// Eight doubles, or four.
  static final VectorSpecies<Double> WIDE = EIGHT ? DoubleVector.SPECIES_512 : FOUR;

  /// As many longs, the bits of [#WIDE].
  static final VectorSpecies<Long> WIDE_LONGS =
      EIGHT ? LongVector.SPECIES_512 : LongVector.SPECIES_256;

  /// Lanes of [#WIDE].
  static final int WIDTH = WIDE.length();

  /// Rows of four props that a wide vector takes: two, or one.
  static final int ROWS = WIDTH / FOUR.length();

  private VectorWidth() {}

  /// Whether the processor has vectors of four doubles.
  static boolean fourDoubles() {
    return DoubleVector.SPECIES_PREFERRED.length() >= FOUR.length();
  }

  /// The next multiple of `unit`.
  static int padded(int n, int unit) {
    return (n + unit - 1) / unit * unit;
  }
}
