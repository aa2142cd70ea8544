/// Writes a group through netCDF-Java: first its structure, then its values.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.Dimension;
import ucar.nc2.Group;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/// One group of a file, or a file that is one group. [#define] comes before the file is created,
/// [#fill] after.
final class CdmGroup {
  private final NetcdfFileWriter writer;
  private final @Nullable Group group;
  private final CdmForm form;
  private final GroupPlan plan;
  private final Map<String, Dimension> dimensions = new HashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private final Map<Parameter, Variable> parameters = new LinkedHashMap<>();

  private record Pending(Variable variable, Array values) {}

  /// @param group null for the file itself
  CdmGroup(NetcdfFileWriter writer, @Nullable Group group, CdmForm form, GroupPlan plan) {
    this.writer = writer;
    this.group = group;
    this.form = form;
    this.plan = plan;
  }

  /// Defines attributes, dimensions, coordinates and variables.
  void define(Map<String, String> attributes) {
    attributes.forEach(
        (name, value) -> writer.addGroupAttribute(group, new Attribute(name, value)));
    plan.dimensions().forEach(this::dimension);
    for (Coordinate coordinate : plan.coordinates()) {
      List<String> labels = coordinate.labels();
      long[] ids = coordinate.ids();
      if (labels != null) {
        form.texts(this, coordinate.name(), coordinate.dim(), labels);
      } else if (ids != null) {
        form.ids(this, coordinate.name(), coordinate.dim(), ids);
      }
    }
    for (GroupVariable variable : plan.variables()) {
      switch (variable) {
        case GroupVariable.Numbers numbers -> define(numbers);
        case GroupVariable.Ids ids -> form.ids(this, ids.name(), ids.dim(), ids.values());
        case GroupVariable.Texts texts ->
            form.texts(this, texts.name(), texts.dim(), texts.values());
      }
    }
    if (plan.draws() != null) {
      for (Parameter parameter : plan.parameters()) {
        define(parameter, plan.draws());
      }
    }
  }

  private void define(GroupVariable.Numbers numbers) {
    Variable variable = variable(numbers.name(), type(numbers.kind()), numbers.dims());
    long[] chunk = Arrays.stream(numbers.shape()).asLongStream().toArray();
    if (chunk.length > 0 && !numbers.dims().contains("draw")) {
      chunk[0] = Math.min(chunk[0], Chunking.ROWS);
    }
    form.chunks(variable, chunk);
    if (numbers.kind() == ValueKind.BOOLEAN) {
      // What xarray writes for, and reads as, truth values.
      variable.addAttribute(new Attribute("dtype", "bool"));
    }
    later(variable, array(numbers.kind(), numbers.shape(), numbers.values()));
  }

  private void define(Parameter parameter, TraceContents.DrawGroup draws) {
    List<String> dims = new ArrayList<>(List.of("chain", "draw"));
    dims.addAll(parameter.dims());
    Variable variable = variable(parameter.name(), type(draws.kind()), dims);
    form.chunks(variable, Chunking.of(parameter, draws.source().draws()).shape(parameter));
    parameters.put(parameter, variable);
  }

  /// Makes a dimension, unless it is there.
  void dimension(String name, int length) {
    dimensions.computeIfAbsent(name, absent -> writer.addDimension(group, name, length));
  }

  /// Makes a variable over dimensions that are there.
  Variable variable(String name, DataType type, List<String> dims) {
    List<Dimension> along = new ArrayList<>(dims.size());
    for (String dim : dims) {
      Dimension found = dimensions.get(dim);
      if (found == null) {
        throw new IllegalStateException("dimension " + dim + " is missing");
      }
      along.add(found);
    }
    Variable variable = writer.addVariable(group, name, type, along);
    String extras = plan.extrasAlong(dims);
    if (!extras.isEmpty() && plan.coordinates().stream().noneMatch(c -> c.name().equals(name))) {
      variable.addAttribute(new Attribute("coordinates", extras));
    }
    return variable;
  }

  /// Keeps the values of a variable until the file has been created.
  void later(Variable variable, Array values) {
    pending.add(new Pending(variable, values));
  }

  /// Writes all values, those of draws block by block.
  void fill() throws IOException {
    try {
      for (Pending one : pending) {
        writer.write(one.variable(), one.values());
      }
      for (Map.Entry<Parameter, Variable> entry : parameters.entrySet()) {
        if (plan.draws() != null) {
          fill(entry.getKey(), entry.getValue(), plan.draws());
        }
      }
    } catch (InvalidRangeException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fill(Parameter parameter, Variable variable, TraceContents.DrawGroup draws)
      throws IOException, InvalidRangeException {
    TraceSource source = draws.source();
    int block = Chunking.of(parameter, source.draws()).draws();
    int[] shape = variable.getShape();
    shape[0] = 1;
    for (int chain = 0; chain < source.chains(); chain++) {
      for (int first = 0; first < source.draws(); first += block) {
        shape[1] = Math.min(block, source.draws() - first);
        double[] values = source.read(parameter.name(), chain, first, shape[1]);
        int[] origin = new int[shape.length];
        origin[0] = chain;
        origin[1] = first;
        writer.write(variable, origin, array(draws.kind(), shape, values));
      }
    }
  }

  private static DataType type(ValueKind kind) {
    return switch (kind) {
      case REAL -> DataType.DOUBLE;
      case INTEGER -> DataType.INT;
      case BOOLEAN -> DataType.BYTE;
    };
  }

  private static Array array(ValueKind kind, int[] shape, double[] values) {
    return switch (kind) {
      case REAL -> Array.factory(double.class, shape, values);
      case INTEGER ->
          Array.factory(
              int.class, shape, Arrays.stream(values).mapToInt(value -> (int) value).toArray());
      case BOOLEAN -> {
        byte[] truths = new byte[values.length];
        for (int i = 0; i < truths.length; i++) {
          truths[i] = (byte) values[i];
        }
        yield Array.factory(byte.class, shape, truths);
      }
    };
  }
}
