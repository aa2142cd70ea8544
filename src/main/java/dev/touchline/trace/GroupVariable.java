/// A variable of a further group of a trace file, such as the observed counts.
package dev.touchline.trace;

import java.util.Arrays;
import java.util.List;

/// Values along named dimensions, without chains and draws.
public sealed interface GroupVariable {
  /// Its name.
  String name();

  /// Its dimensions.
  List<String> dims();

  /// Their lengths.
  int[] shape();

  /// Real or whole numbers (up to 2³¹) in C order.
  ///
  /// @param kind how the file stores them
  /// @param values as many as the shape asks for
  record Numbers(String name, List<String> dims, int[] shape, ValueKind kind, double[] values)
      implements GroupVariable {
    /// Checks the number of values.
    public Numbers {
      dims = List.copyOf(dims);
      if (dims.size() != shape.length
          || Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
        throw new IllegalArgumentException(
            "%s: %d values for the dimensions %s %s"
                .formatted(name, values.length, dims, Arrays.toString(shape)));
      }
    }
  }

  /// Ids of 64 bits along one dimension.
  record Ids(String name, String dim, long[] values) implements GroupVariable {
    @Override
    public List<String> dims() {
      return List.of(dim);
    }

    @Override
    public int[] shape() {
      return new int[] {values.length};
    }
  }

  /// Texts along one dimension.
  record Texts(String name, String dim, List<String> values) implements GroupVariable {
    /// Copies.
    public Texts {
      values = List.copyOf(values);
    }

    @Override
    public List<String> dims() {
      return List.of(dim);
    }

    @Override
    public int[] shape() {
      return new int[] {values.size()};
    }
  }
}
