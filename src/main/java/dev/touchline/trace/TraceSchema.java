/// What a trace holds: parameters, coordinates, attributes.
package dev.touchline.trace;

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

  /// A coordinate by its own name.
  public Optional<Coordinate> coordinate(String name) {
    return coordinates.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
