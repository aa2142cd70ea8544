/// Checks requests and turns them into the model's indices.
package dev.touchline.predict;

import dev.touchline.fault.Fault;
import dev.touchline.football.Player;
import dev.touchline.football.Position;
import dev.touchline.football.Team;
import dev.touchline.props.ModelMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Never changed after construction; safe for many threads.
final class RequestCheck {
  /// Most minutes of a match to come: two halves and extra time.
  static final double MOST_MINUTES = 120;

  /// Most minutes of a row that was played, stoppage time counted.
  static final double MOST_MINUTES_PLAYED = 150;

  private final ModelMetadata metadata;
  private final List<String> features;
  private final double[] mean;
  private final double[] sd;
  private final Map<Long, Integer> playerIndex = new HashMap<>();
  private final Map<Long, Integer> opponentIndex = new HashMap<>();
  private final Map<Long, Integer> teamIndex = new HashMap<>();

  RequestCheck(ModelMetadata metadata) {
    this.metadata = metadata;
    features = List.copyOf(metadata.features().names());
    mean = metadata.features().mean().clone();
    sd = metadata.features().sd().clone();
    for (Player player : metadata.players()) {
      playerIndex.put(player.id(), playerIndex.size());
    }
    for (Team opponent : metadata.opponents()) {
      opponentIndex.put(opponent.id(), opponentIndex.size());
    }
    for (Team team : metadata.teams()) {
      teamIndex.put(team.id(), teamIndex.size());
    }
  }

  /// Features and, where the exponent on minutes is free, ln(minutes / 90).
  static int slopes(ModelMetadata metadata) {
    return metadata.features().names().size() + (metadata.variant().freeExponent() ? 1 : 0);
  }

  /// The mass of an interval: between 0 and 1, both excluded, else a fault of kind USAGE.
  static void interval(double interval) {
    if (!(interval > 0 && interval < 1)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The interval " + interval + " is not a mass between 0 and 1.",
          "Choose a mass such as 0.95.",
          Map.of("interval", Double.toString(interval)),
          null);
    }
  }

  /// Checks one request; faults of kind DATA name the field.
  ///
  /// @param mostMinutes the largest minutes allowed
  Question question(PredictionRequest request, double mostMinutes) {
    if (!(request.minutes() >= 0 && request.minutes() <= mostMinutes)) {
      throw data(
          "minutes",
          "The minutes %s are not between 0 and %.0f.".formatted(request.minutes(), mostMinutes),
          "Give the minutes that the player will be on the pitch.");
    }
    double[] x = standardised(request.features(), request.minutes());
    Integer player = playerIndex.get(request.playerId());
    Integer opponent = opponentIndex.get(request.opponentId());
    Position position =
        player == null ? request.position() : metadata.players().get(player).position();
    return new Question(
        player == null ? -1 : player,
        position == null ? Position.values().length : position.ordinal(),
        opponent == null ? -1 : opponent,
        team(request, player),
        request.wasHome(),
        request.minutes(),
        x);
  }

  private int team(PredictionRequest request, @Nullable Integer player) {
    if (!metadata.variant().teamEffects()) {
      return -1;
    }
    Long asked = request.teamId();
    Long team = asked != null || player == null ? asked : metadata.playerTeams().get(player);
    return team == null ? -1 : teamIndex.getOrDefault(team, -1);
  }

  private double[] standardised(Map<String, Double> given, double minutes) {
    double[] x = new double[slopes(metadata)];
    if (x.length > features.size() && minutes > 0) {
      x[features.size()] = Math.log(minutes / 90);
    }
    for (int j = 0; j < features.size(); j++) {
      Double value = given.get(features.get(j));
      if (value == null) {
        throw data(
            features.get(j),
            "The feature " + features.get(j) + " is missing.",
            "Give every feature of the model: " + String.join(", ", features) + ".");
      }
      x[j] = (value - mean[j]) / sd[j];
      if (!Double.isFinite(x[j])) {
        throw data(
            features.get(j),
            "The feature " + features.get(j) + " is " + value + ", which is no usable number.",
            "Give a finite number.");
      }
    }
    if (given.size() > features.size()) {
      List<String> extra = new ArrayList<>(given.keySet());
      extra.removeAll(features);
      throw data(
          extra.getFirst(),
          "The model has no feature " + String.join(", ", extra) + ".",
          features.isEmpty()
              ? "Give no features."
              : "Give exactly the features " + String.join(", ", features) + ".");
    }
    return x;
  }

  /// Warnings about what is not known, each one sentence.
  List<String> warnings(PredictionRequest request, Question question) {
    boolean teamMissing = metadata.variant().teamEffects() && question.team() < 0;
    if (question.player() >= 0 && question.opponent() >= 0 && !teamMissing) {
      return List.of();
    }
    List<String> warnings = new ArrayList<>(3);
    if (question.player() < 0) {
      Position position = request.position();
      warnings.add(
          "%s: predicted as the league average of %s, with the spread of that population."
              .formatted(
                  request.playerId() == PredictionRequest.NEW_PLAYER
                      ? "A new player"
                      : "Player %d is not known to model %s"
                          .formatted(request.playerId(), metadata.version()),
                  position == null ? "all positions" : "position " + position));
    }
    if (question.opponent() < 0) {
      warnings.add(
          request.opponentId() == PredictionRequest.AVERAGE_OPPONENT
              ? "No opponent was named: predicted against the average one."
              : "Opponent %d is not known to model %s: predicted against the average opponent."
                  .formatted(request.opponentId(), metadata.version()));
    }
    if (teamMissing) {
      warnings.add(
          request.teamId() == null || request.teamId() == PredictionRequest.AVERAGE_TEAM
              ? "No team of the player was named: predicted for the average team."
              : "Team %d is not known to model %s: predicted for the average team."
                  .formatted(request.teamId(), metadata.version()));
    }
    return List.copyOf(warnings);
  }

  private static Fault data(String field, String message, String remedy) {
    return new Fault(Fault.Kind.DATA, message, remedy, Map.of("field", field), null);
  }
}
