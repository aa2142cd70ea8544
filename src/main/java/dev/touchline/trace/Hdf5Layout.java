/// Understands the groups, dimensions and coordinates of a netCDF-4 file.
package dev.touchline.trace;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.StringData;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// netCDF-4 keeps a dimension as an HDF5 dimension scale; a variable's `DIMENSION_LIST` refers to
/// its dimensions.
final class Hdf5Layout implements FileLayout {
  /// Before the name of a variable that is called like a dimension but is not its coordinate.
  static final String NOT_COORDINATE = "_nc4_non_coord_";

  private static final String NO_VARIABLE = "This is a netCDF dimension but not a netCDF variable";

  private final HdfFile file;
  private final Group posterior;

  /// Where objects lie in the file → their names, to resolve references to dimensions.
  private final Map<Long, String> names = new HashMap<>();

  Hdf5Layout(Path path) throws Damaged {
    file = new HdfFile(path);
    try {
      name(file);
      posterior =
          group("posterior").orElseThrow(() -> Damaged.noTrace("it has no group posterior"));
      name(posterior);
    } catch (RuntimeException | Error | Damaged e) {
      file.close();
      throw e;
    }
  }

  private void name(Group group) {
    for (Node node : group) {
      if (node instanceof Dataset dataset) {
        names.put(dataset.getAddress(), dataset.getName());
      }
    }
  }

  private Optional<Group> group(String name) {
    return file.getChildren().get(name) instanceof Group group
        ? Optional.of(group)
        : Optional.empty();
  }

  @Override
  public List<FileVariable> draws(String name) throws Damaged {
    Optional<Group> group = group(name);
    if (group.isEmpty()) {
      return List.of();
    }
    name(group.get());
    List<FileVariable> found = new ArrayList<>();
    for (Node node : group.get()) {
      if (node instanceof Dataset dataset && dataset.getDimensions().length >= 2) {
        List<String> dims = dims(dataset);
        if (dims.get(0).equals("chain") && dims.get(1).equals("draw")) {
          found.add(new Hdf5Variable(dataset, dims));
        }
      }
    }
    return found;
  }

  @Override
  public Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes(file, attributes);
    attributes(posterior, attributes);
    return attributes;
  }

  @Override
  public List<Coordinate> coordinates(Map<String, Integer> lengths) {
    List<Coordinate> found = new ArrayList<>();
    for (Node node : posterior) {
      if (node instanceof Dataset dataset && dataset.getDimensions().length == 1) {
        String dim = isScale(dataset) ? dataset.getName() : dims(dataset).getFirst();
        Integer length = lengths.get(dim);
        if (length != null && dataset.getDimensions()[0] == length && !isEmptyScale(dataset)) {
          found.add(coordinate(dataset, dim));
        }
      }
    }
    return found;
  }

  private static Coordinate coordinate(Dataset dataset, String dim) {
    Object data = dataset.getData();
    List<Object> values = new ArrayList<>(Array.getLength(data));
    for (int i = 0; i < Array.getLength(data); i++) {
      values.add(Array.get(data, i));
    }
    return Coordinate.ofValues(dataset.getName(), dim, values);
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
    if (attribute != null
        && !attribute.isEmpty()
        && attribute.getSize() == 1
        && attribute.getDataType() instanceof StringData) {
      // The netCDF library writes UTF-8 and calls it ASCII.
      ByteBuffer bytes = attribute.getBuffer().duplicate();
      byte[] text = new byte[bytes.remaining()];
      bytes.get(text);
      int length = 0;
      while (length < text.length && text[length] != 0) {
        length++;
      }
      return new String(text, 0, length, StandardCharsets.UTF_8);
    }
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

  @Override
  public void close() {
    file.close();
  }
}
