/// Understands the groups, dimensions and coordinates of a netCDF-4 file.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// netCDF-4 keeps a dimension as an HDF5 dimension scale; a variable's `DIMENSION_LIST` refers to
/// its dimensions.
final class FileLayout {
  /// Before the name of a variable that is called like a dimension but is not its coordinate.
  static final String NOT_COORDINATE = "_nc4_non_coord_";

  private static final String NO_VARIABLE = "This is a netCDF dimension but not a netCDF variable";

  private final HdfFile file;

  /// Where objects lie in the file → their names, to resolve references to dimensions.
  private final Map<Long, String> names = new HashMap<>();

  FileLayout(HdfFile file) {
    this.file = file;
    name(file);
  }

  private void name(Group group) {
    for (Node node : group) {
      if (node instanceof Dataset dataset) {
        names.put(dataset.getAddress(), dataset.getName());
      }
    }
  }

  boolean has(String group) {
    return file.getChildren().get(group) instanceof Group;
  }

  Group group(String name) throws Damaged {
    if (file.getChildren().get(name) instanceof Group group) {
      name(group);
      return group;
    }
    throw Damaged.noTrace("it has no group " + name);
  }

  /// The variables of a group that run over chain and draw.
  List<FileVariable> draws(Group group) throws Damaged {
    List<FileVariable> found = new ArrayList<>();
    int[] common = {};
    for (Node node : group) {
      if (node instanceof Dataset dataset && dataset.getDimensions().length >= 2) {
        List<String> dims = dims(dataset);
        if (dims.get(0).equals("chain") && dims.get(1).equals("draw")) {
          int[] size = Arrays.copyOf(dataset.getDimensions(), 2);
          if (common.length > 0 && !Arrays.equals(size, common)) {
            throw new Damaged("its variables disagree about chains and draws");
          }
          common = size;
          found.add(new FileVariable(dataset, dims));
        }
      }
    }
    return found;
  }

  /// Parameters, coordinates and attributes of the posterior group.
  TraceSchema schema(Group group, Collection<FileVariable> variables) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes(file, attributes);
    attributes(group, attributes);
    List<String> order = Arrays.asList(attributes.getOrDefault("parameter_order", "").split(" "));
    List<Parameter> parameters =
        new ArrayList<>(
            variables.stream()
                .map(
                    v ->
                        new Parameter(
                            v.name(),
                            List.copyOf(v.dims()),
                            Arrays.copyOfRange(v.shape(), 2, v.shape().length)))
                .toList());
    parameters.sort(
        Comparator.comparingInt(
            p -> order.contains(p.name()) ? order.indexOf(p.name()) : Integer.MAX_VALUE));
    return new TraceSchema(parameters, coordinates(group, parameters), attributes);
  }

  private List<Coordinate> coordinates(Group group, List<Parameter> parameters) {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      for (int axis = 0; axis < parameter.shape().length; axis++) {
        lengths.put(parameter.dims().get(axis), parameter.shape()[axis]);
      }
    }
    Map<String, Coordinate> found = new LinkedHashMap<>();
    for (Node node : group) {
      if (node instanceof Dataset dataset && dataset.getDimensions().length == 1) {
        String dim = isScale(dataset) ? dataset.getName() : dims(dataset).getFirst();
        Integer length = lengths.get(dim);
        if (length != null && dataset.getDimensions()[0] == length && !isEmptyScale(dataset)) {
          found.put(dataset.getName(), coordinate(dataset, dim));
        }
      }
    }
    for (Map.Entry<String, Integer> dim : lengths.entrySet()) {
      found.computeIfAbsent(
          dim.getKey(),
          name ->
              Coordinate.ofIds(
                  name, name, IntStream.range(0, dim.getValue()).asLongStream().toArray()));
    }
    return List.copyOf(found.values());
  }

  private static Coordinate coordinate(Dataset dataset, String dim) {
    Object data = dataset.getData();
    int length = Array.getLength(data);
    List<String> labels = new ArrayList<>(length);
    long[] ids = new long[length];
    boolean whole = true;
    for (int i = 0; i < length; i++) {
      Object value = Array.get(data, i);
      labels.add(String.valueOf(value));
      whole &= value instanceof Number number && number.doubleValue() == number.longValue();
      ids[i] = value instanceof Number number ? number.longValue() : 0;
    }
    return whole
        ? Coordinate.ofIds(dataset.getName(), dim, ids)
        : Coordinate.ofLabels(dataset.getName(), dim, labels);
  }

  /// Names of a variable's dimensions.
  private List<String> dims(Dataset dataset) {
    int rank = dataset.getDimensions().length;
    Attribute list = dataset.getAttribute("DIMENSION_LIST");
    List<String> dims = new ArrayList<>(rank);
    Object references = list == null ? null : list.getData();
    for (int axis = 0; axis < rank; axis++) {
      String dim = references == null ? null : name(Array.get(references, axis));
      dims.add(dim == null ? dataset.getName() + "_dim_" + axis : dim);
    }
    return dims;
  }

  /// The name of the object that a reference (a list of one address) points to.
  private @Nullable String name(@Nullable Object reference) {
    Object value = reference;
    while (value != null && value.getClass().isArray()) {
      value = Array.getLength(value) == 0 ? null : Array.get(value, 0);
    }
    return value instanceof Number address ? names.get(address.longValue()) : null;
  }

  private static boolean isScale(Dataset dataset) {
    return "DIMENSION_SCALE".equals(text(dataset.getAttribute("CLASS")));
  }

  private static boolean isEmptyScale(Dataset dataset) {
    return text(dataset.getAttribute("NAME")).startsWith(NO_VARIABLE);
  }

  private static void attributes(Node node, Map<String, String> target) {
    node.getAttributes()
        .forEach(
            (name, attribute) -> {
              if (!name.startsWith("_")) {
                target.put(name, text(attribute));
              }
            });
  }

  private static String text(@Nullable Attribute attribute) {
    Object data = attribute == null || attribute.isEmpty() ? null : attribute.getData();
    if (data == null) {
      return "";
    }
    if (!data.getClass().isArray()) {
      return data.toString();
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Array.getLength(data); i++) {
      parts.add(String.valueOf(Array.get(data, i)));
    }
    return String.join(", ", parts);
  }
}
