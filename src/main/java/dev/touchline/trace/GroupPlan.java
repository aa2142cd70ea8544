/// What a group of a trace file consists of, worked out before anything is written.
package dev.touchline.trace;

import dev.touchline.mcmc.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// For writers that must know a file's whole structure first.
///
/// @param dimensions names → lengths, none of them 0: netCDF has no such dimension, and variables
///   along one are left out
/// @param coordinates one for each dimension, then those of names of their own
/// @param variables values at hand
/// @param draws parameters that are read while they are written; null for none
record GroupPlan(
    String name,
    Map<String, Integer> dimensions,
    List<Coordinate> coordinates,
    List<GroupVariable> variables,
    TraceContents.@Nullable DrawGroup draws) {
  private static final List<String> SAMPLE = List.of("chain", "draw");

  /// All groups of a file that hold anything, `posterior` first.
  static List<GroupPlan> of(TraceContents contents) {
    List<GroupPlan> plans = new ArrayList<>();
    List<TraceContents.DrawGroup> draws = new ArrayList<>();
    draws.add(
        new TraceContents.DrawGroup(
            "posterior", "sample_stats", ValueKind.REAL, contents.posterior()));
    draws.addAll(contents.draws());
    for (TraceContents.DrawGroup group : draws) {
      plans.add(of(group));
      if (!group.statsName().isEmpty()) {
        plans.add(of(group.statsName(), List.of(), stats(group.source())));
      }
    }
    contents
        .data()
        .forEach(group -> plans.add(of(group.name(), group.coordinates(), group.variables())));
    return plans.stream()
        .filter(plan -> plan.draws() != null || !plan.variables().isEmpty())
        .toList();
  }

  private static GroupPlan of(TraceContents.DrawGroup group) {
    TraceSource source = group.source();
    Map<String, Integer> dimensions = new LinkedHashMap<>();
    dimensions.put("chain", source.chains());
    dimensions.put("draw", source.draws());
    for (Parameter parameter : source.schema().parameters()) {
      add(dimensions, parameter.dims(), parameter.shape());
    }
    dimensions.values().removeIf(length -> length == 0);
    return new GroupPlan(
        group.name(),
        dimensions,
        coordinates(dimensions, source.schema().coordinates()),
        List.of(),
        group);
  }

  private static GroupPlan of(
      String name, List<Coordinate> coordinates, List<GroupVariable> variables) {
    Map<String, Integer> dimensions = new LinkedHashMap<>();
    variables.forEach(variable -> add(dimensions, variable.dims(), variable.shape()));
    dimensions.values().removeIf(length -> length == 0);
    List<GroupVariable> filled =
        variables.stream()
            .filter(variable -> dimensions.keySet().containsAll(variable.dims()))
            .toList();
    return new GroupPlan(name, dimensions, coordinates(dimensions, coordinates), filled, null);
  }

  private static List<GroupVariable> stats(TraceSource source) {
    List<GroupVariable> variables = new ArrayList<>();
    int[] shape = {source.chains(), source.draws()};
    for (Stat stat : Stat.values()) {
      double[] values = new double[Math.multiplyExact(source.chains(), source.draws())];
      boolean known = true;
      for (int chain = 0; chain < source.chains(); chain++) {
        double[] own = source.stat(stat.fileName(), chain);
        known &= own.length == source.draws();
        System.arraycopy(own, 0, values, chain * source.draws(), known ? own.length : 0);
      }
      if (known) {
        variables.add(
            new GroupVariable.Numbers(stat.fileName(), SAMPLE, shape, stat.kind(), values));
      }
    }
    return variables;
  }

  private static void add(Map<String, Integer> dimensions, List<String> dims, int[] shape) {
    for (int axis = 0; axis < shape.length; axis++) {
      dimensions.putIfAbsent(dims.get(axis), shape[axis]);
    }
  }

  private static List<Coordinate> coordinates(
      Map<String, Integer> dimensions, List<Coordinate> known) {
    List<Coordinate> coordinates = new ArrayList<>();
    dimensions.forEach(
        (dim, length) ->
            coordinates.add(
                known.stream()
                    .filter(coordinate -> coordinate.name().equals(dim))
                    .findFirst()
                    .orElseGet(() -> Coordinate.counted(dim, length))));
    known.stream()
        .filter(c -> !c.name().equals(c.dim()) && dimensions.containsKey(c.dim()))
        .forEach(coordinates::add);
    return coordinates;
  }

  /// Parameters of the draws that have values.
  List<Parameter> parameters() {
    return draws == null
        ? List.of()
        : draws.source().schema().parameters().stream()
            .filter(parameter -> dimensions.keySet().containsAll(parameter.dims()))
            .toList();
  }

  /// Names of the extra coordinates along some dimensions, as CF's attribute `coordinates` lists
  /// them; empty for none.
  String extrasAlong(List<String> dims) {
    return String.join(
        " ",
        coordinates.stream()
            .filter(c -> !c.name().equals(c.dim()) && dims.contains(c.dim()))
            .map(Coordinate::name)
            .toList());
  }
}
