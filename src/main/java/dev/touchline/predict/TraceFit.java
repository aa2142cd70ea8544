/// Checks that a trace belongs to its metadata.
package dev.touchline.predict;

import dev.touchline.fault.Fault;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import dev.touchline.mcmc.Parameter;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Names, dimensions, lengths and labels that the predictor relies on.
final class TraceFit {
  /// Key of a fault's details that says which part does not fit.
  static final String MISFIT = "misfit";

  private final ModelMetadata metadata;
  private final TraceSchema schema;
  private final String name;

  private TraceFit(ModelMetadata metadata, TraceSchema schema, String name) {
    this.metadata = metadata;
    this.schema = schema;
    this.name = name;
  }

  /// A fault of kind STORAGE that says what is missing or differs.
  ///
  /// @param name the trace, in words: its file
  static void check(ModelMetadata metadata, TraceSource trace, String name) {
    TraceFit fit = new TraceFit(metadata, trace.schema(), name);
    if (trace.chains() < 1 || trace.draws() < 1) {
      throw fit.misfit("it holds no draws", "draws");
    }
    fit.parameters();
    fit.coordinates();
  }

  private void parameters() {
    int k = metadata.props().size();
    int players = metadata.players().size();
    int opponents = metadata.opponents().size();
    int positions = Position.values().length;
    require("alpha", List.of("prop"), k);
    require("home", List.of("prop"), k);
    require("beta", List.of("feature", "prop"), metadata.features().names().size(), k);
    require("position_effect", List.of("position", "prop"), positions, k);
    require("player_effect", List.of("player", "prop"), players, k);
    require("opponent_effect", List.of("opponent", "prop"), opponents, k);
    require("player_sd", List.of("prop"), k);
    require("opponent_sd", List.of("prop"), k);
    require("player_corr", List.of("prop", "prop_bis"), k, k);
    require("opponent_corr", List.of("prop", "prop_bis"), k, k);
    if (metadata.variant().freeExponent()) {
      require("minutes_exponent", List.of("prop"), k);
    }
    if (metadata.variant().teamEffects()) {
      require("team_effect", List.of("team", "prop"), metadata.teams().size(), k);
      require("team_sd", List.of("prop"), k);
      require("team_corr", List.of("prop", "prop_bis"), k, k);
    }
  }

  private void require(String parameter, List<String> dims, int... shape) {
    Parameter found =
        schema
            .parameter(parameter)
            .orElseThrow(() -> misfit("parameter " + parameter + " is missing", parameter));
    if (!found.dims().equals(dims)) {
      throw misfit(
          "%s has the dimensions %s instead of %s".formatted(parameter, found.dims(), dims),
          parameter);
    }
    if (!Arrays.equals(found.shape(), shape)) {
      throw misfit(
          "%s has the shape %s, but the metadata asks for %s"
              .formatted(parameter, Arrays.toString(found.shape()), Arrays.toString(shape)),
          parameter);
    }
  }

  private void coordinates() {
    ids("player", metadata.players().stream().mapToLong(Player::id).toArray());
    ids("opponent", metadata.opponents().stream().mapToLong(Team::id).toArray());
    if (metadata.variant().teamEffects()) {
      ids("team", metadata.teams().stream().mapToLong(Team::id).toArray());
    }
    labels("prop", metadata.props().stream().map(Prop::key).toList());
    if (!metadata.features().names().isEmpty()) {
      labels("feature", metadata.features().names());
    }
    labels("position", Arrays.stream(Position.values()).map(Position::name).toList());
  }

  private void ids(String dim, long[] expected) {
    long[] found = coordinate(dim).ids();
    if (!Arrays.equals(found, expected)) {
      throw misfit("its " + dim + " ids are not those of the metadata", dim);
    }
  }

  private void labels(String dim, List<String> expected) {
    List<String> found = coordinate(dim).labels();
    if (!expected.equals(found)) {
      throw misfit("its %s coordinate is %s instead of %s".formatted(dim, found, expected), dim);
    }
  }

  private Coordinate coordinate(String dim) {
    return schema
        .coordinate(dim)
        .orElseThrow(() -> misfit("coordinate " + dim + " is missing", dim));
  }

  private Fault misfit(String what, String part) {
    return new Fault(
        Fault.Kind.STORAGE,
        "The trace %s does not fit the metadata of model %s: %s."
            .formatted(name, metadata.version(), what),
        "Use the metadata.json and trace.nc of one and the same version, or train it again.",
        Map.of("file", name, MISFIT, part),
        null);
  }
}
