/// Names of a trace's scalars for people.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names such as `player_effect[L. Modrić, shots]`: along each dimension the text coordinate of the
/// same name, else `<dim>_name` or another text coordinate along it, else the id, else the index. A
/// label that occurs twice gets its id or index behind it, so that names are unique.
public final class ScalarNames {
  private final TraceSchema schema;
  private final List<String> names;

  /// Names all scalars of a trace, parameters in order, each in C order.
  public ScalarNames(TraceSchema schema) {
    this.schema = schema;
    names = new ArrayList<>(schema.scalarCount());
    for (Parameter parameter : schema.parameters()) {
      List<List<String>> labels = new ArrayList<>();
      for (int axis = 0; axis < parameter.shape().length; axis++) {
        labels.add(labels(parameter.dims().get(axis), parameter.shape()[axis]));
      }
      for (int scalar = 0; scalar < parameter.size(); scalar++) {
        names.add(name(parameter, labels, scalar));
      }
    }
  }

  /// Number of scalars.
  public int count() {
    return names.size();
  }

  /// Name of a scalar, counted over all parameters.
  public String name(int scalar) {
    return names.get(scalar);
  }

  /// Labels for people along a dimension.
  public List<String> labels(String dim, int length) {
    Optional<Coordinate> index = schema.coordinate(dim);
    Optional<Coordinate> text =
        index
            .filter(coordinate -> coordinate.labels() != null)
            .or(() -> schema.coordinate(dim + "_name"))
            .or(
                () ->
                    schema.coordinates().stream()
                        .filter(c -> c.dim().equals(dim) && c.labels() != null)
                        .findFirst())
            .or(() -> index);
    List<String> labels = new ArrayList<>(length);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < length; i++) {
      int at = i;
      String label = text.map(coordinate -> coordinate.label(at)).orElse(Integer.toString(i));
      labels.add(label);
      seen.merge(label, 1, Integer::sum);
    }
    for (int i = 0; i < length; i++) {
      if (seen.getOrDefault(labels.get(i), 0) > 1) {
        int at = i;
        labels.set(
            i,
            labels.get(i)
                + " #"
                + index
                    .filter(coordinate -> coordinate.ids() != null)
                    .map(coordinate -> coordinate.label(at))
                    .orElse(Integer.toString(i)));
      }
    }
    return labels;
  }

  private static String name(Parameter parameter, List<List<String>> labels, int scalar) {
    if (labels.isEmpty()) {
      return parameter.name();
    }
    String[] parts = new String[labels.size()];
    int rest = scalar;
    for (int axis = parts.length - 1; axis >= 0; axis--) {
      int length = parameter.shape()[axis];
      parts[axis] = labels.get(axis).get(rest % length);
      rest /= length;
    }
    return parameter.name() + "[" + String.join(", ", parts) + "]";
  }
}
