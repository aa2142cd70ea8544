/// Labels along one dimension of a trace.
package dev.touchline.trace;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A coordinate variable: what stands at each index of a dimension.
///
/// @param name its own name; equal to `dim` for the index coordinate, otherwise an extra one such
///   as `player_name` along `player`
/// @param dim the dimension that it runs along
/// @param ids integer labels, or null
/// @param labels text labels, or null; exactly one of the two is present
public record Coordinate(
    String name, String dim, long @Nullable [] ids, @Nullable List<String> labels) {

  /// Exactly one kind of label.
  public Coordinate {
    if ((ids == null) == (labels == null)) {
      throw new IllegalArgumentException("coordinate " + name + " needs ids or labels, not both");
    }
  }

  /// Integer labels.
  public static Coordinate ofIds(String name, String dim, long[] ids) {
    return new Coordinate(name, dim, ids.clone(), null);
  }

  /// Numbers from 0 on, for a dimension without labels.
  static Coordinate counted(String dim, int length) {
    return new Coordinate(dim, dim, IntStream.range(0, length).asLongStream().toArray(), null);
  }

  /// Text labels.
  public static Coordinate ofLabels(String name, String dim, List<String> labels) {
    return new Coordinate(name, dim, null, List.copyOf(labels));
  }

  /// What a file holds along a dimension: ids where every value is a whole number, else labels.
  static Coordinate ofValues(String name, String dim, List<?> values) {
    long[] ids = new long[values.size()];
    boolean whole = true;
    for (int i = 0; i < ids.length; i++) {
      whole &= values.get(i) instanceof Number number && number.doubleValue() == number.longValue();
      ids[i] = values.get(i) instanceof Number number ? number.longValue() : 0;
    }
    return whole
        ? new Coordinate(name, dim, ids, null)
        : ofLabels(name, dim, values.stream().map(String::valueOf).toList());
  }

  /// The label at an index, as text.
  public String label(int index) {
    if (labels != null) {
      return labels.get(index);
    }
    return ids == null ? "" : Long.toString(ids[index]);
  }
}
