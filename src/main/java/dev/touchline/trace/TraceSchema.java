/// What a trace holds: parameters, coordinates, attributes.
package dev.touchline.trace;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The description of a trace's posterior group.
///
/// @param parameters the variables, in file order
/// @param coordinates index coordinates and extra ones
/// @param attributes provenance: seed, versions, data hash, …
public record TraceSchema(
    List<Parameter> parameters, List<Coordinate> coordinates, Map<String, String> attributes) {

  /// Copies.
  public TraceSchema {
    parameters = List.copyOf(parameters);
    coordinates = List.copyOf(coordinates);
    attributes = Map.copyOf(attributes);
  }

  /// A parameter by name.
  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /// A parameter by name, which must exist.
  public Parameter require(String name) {
    return parameter(name)
        .orElseThrow(
            () ->
                new Fault(
                    Fault.Kind.DATA,
                    "The trace has no parameter " + name + ".",
                    "Choose one of "
                        + String.join(", ", parameters.stream().map(Parameter::name).toList())
                        + "."));
  }

  /// Number of scalars of all parameters.
  public int scalarCount() {
    return parameters.stream().mapToInt(Parameter::size).sum();
  }

  /// Where a parameter's scalars begin among all of them, in order.
  public int offset(Parameter parameter) {
    int offset = 0;
    for (Parameter other : parameters) {
      if (other.equals(parameter)) {
        return offset;
      }
      offset += other.size();
    }
    throw new IllegalArgumentException("no parameter " + parameter.name());
  }

  /// A coordinate by its own name.
  public Optional<Coordinate> coordinate(String name) {
    return coordinates.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
