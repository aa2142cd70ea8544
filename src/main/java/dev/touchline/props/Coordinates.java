/// Who stands behind each coordinate of a density, so that another fit's can be found in it.
package dev.touchline.props;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The globals, and after them the groups of effects as in [Layout], prop by prop.
///
/// @param propOrder the model's index of each internal prop
/// @param globals number of globals
/// @param groups ids of the opponents, own teams and players, in the density's order
public record Coordinates(int[] propOrder, int globals, List<long[]> groups) {

  static Coordinates of(ModelData data, Rows rows, Layout layout) {
    return new Coordinates(
        rows.propOrder,
        layout.globals(),
        List.of(
            data.opponents().stream().mapToLong(team -> team.id()).toArray(),
            data.teams().stream().mapToLong(team -> team.id()).toArray(),
            Arrays.stream(rows.playerOrder)
                .mapToLong(player -> data.players().get(player).id())
                .toArray()));
  }

  boolean whole() {
    return propOrder != null && groups != null && groups.stream().allMatch(Objects::nonNull);
  }

  int dimension() {
    return globals + propOrder.length * groups.stream().mapToInt(ids -> ids.length).sum();
  }

  /// Whether both are of one model with its props in one order, so that the globals are the same.
  boolean comparable(Coordinates other) {
    return globals == other.globals
        && groups.size() == other.groups.size()
        && Arrays.equals(propOrder, other.propOrder);
  }

  /// The place of each own coordinate in an earlier, comparable fit; −1 for those that were not
  /// there.
  int[] placesIn(Coordinates before) {
    int[] places = new int[dimension()];
    for (int i = 0; i < globals; i++) {
      places[i] = i;
    }
    int at = globals;
    int from = globals;
    for (int group = 0; group < groups.size(); group++) {
      long[] then = before.groups.get(group);
      Map<Long, Integer> known = new HashMap<>();
      for (int i = 0; i < then.length; i++) {
        known.put(then[i], i);
      }
      for (int j = 0; j < propOrder.length; j++) {
        int start = from + j * then.length;
        for (long id : groups.get(group)) {
          Integer found = known.get(id);
          places[at++] = found == null ? -1 : start + found;
        }
      }
      from += propOrder.length * then.length;
    }
    return places;
  }
}
