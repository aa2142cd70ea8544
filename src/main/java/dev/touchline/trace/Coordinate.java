/// Labels along one dimension of a trace.
package dev.touchline.trace;

import java.util.List;
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

  /// Text labels.
  public static Coordinate ofLabels(String name, String dim, List<String> labels) {
    return new Coordinate(name, dim, null, List.copyOf(labels));
  }

  /// The label at an index, as text.
  public String label(int index) {
    if (labels != null) {
      return labels.get(index);
    }
    return ids == null ? "" : Long.toString(ids[index]);
  }
}
