/// Describes the trace of a run: coordinates and provenance.
package dev.touchline.work;

import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Prop;
import dev.touchline.football.Team;
import dev.touchline.mcmc.Parameter;
import dev.touchline.props.ModelData;
import dev.touchline.trace.Coordinate;
import dev.touchline.trace.TraceSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class TraceSchemas {
  private TraceSchemas() {}

  /// The schema of a model's trace, with ids and names of players, opponents and, where they have
  /// effects, own teams.
  static TraceSchema of(
      ModelData data, List<Parameter> parameters, Map<String, String> attributes) {
    List<String> props = data.props().stream().map(Prop::key).toList();
    List<Coordinate> coordinates =
        new ArrayList<>(
            List.of(
                Coordinate.ofLabels("prop", "prop", props),
                Coordinate.ofLabels("prop_bis", "prop_bis", props),
                Coordinate.ofLabels("feature", "feature", data.scale().names()),
                Coordinate.ofLabels(
                    "position",
                    "position",
                    Arrays.stream(Position.values()).map(Enum::name).toList()),
                Coordinate.ofIds(
                    "player", "player", data.players().stream().mapToLong(Player::id).toArray()),
                Coordinate.ofLabels(
                    "player_name", "player", data.players().stream().map(Player::name).toList()),
                Coordinate.ofLabels(
                    "player_position",
                    "player",
                    data.players().stream().map(p -> p.position().name()).toList()),
                Coordinate.ofIds(
                    "opponent",
                    "opponent",
                    data.opponents().stream().mapToLong(Team::id).toArray()),
                Coordinate.ofLabels(
                    "opponent_name",
                    "opponent",
                    data.opponents().stream().map(Team::name).toList())));
    if (!data.teams().isEmpty()) {
      coordinates.add(
          Coordinate.ofIds("team", "team", data.teams().stream().mapToLong(Team::id).toArray()));
      coordinates.add(
          Coordinate.ofLabels("team_name", "team", data.teams().stream().map(Team::name).toList()));
    }
    return new TraceSchema(parameters, coordinates, attributes);
  }
}
