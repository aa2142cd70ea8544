/// A question to the predictor.
package dev.touchline.predict;

import dev.touchline.football.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One player in one match to come.
///
/// @param playerId the player; one that the model does not know is predicted from the population,
///   and so is [#NEW_PLAYER]
/// @param opponentId the opponent; one that the model does not know is the average opponent
/// @param wasHome whether the player's team is at home
/// @param minutes minutes that he will play, 0 to 120
/// @param features raw features by name: exactly those of the model
/// @param position position of an unknown player, or null if that is unknown too; a known player
///   has his own
/// @param teamId his own team, or null for his last one in the training rows; one that the model
///   does not know is the average team, and models without own teams' effects do not ask for it
public record PredictionRequest(
    long playerId,
    long opponentId,
    boolean wasHome,
    double minutes,
    Map<String, Double> features,
    @Nullable Position position,
    @Nullable Long teamId) {

  /// Id of a new player, of whom no more than the position is known; no player has it.
  public static final long NEW_PLAYER = -1;

  /// Id of the average opponent, who is asked for where none is named.
  public static final long AVERAGE_OPPONENT = -1;

  /// Id of the average team, which is asked for where nobody knows the player's.
  public static final long AVERAGE_TEAM = -1;

  /// The same question for other minutes.
  PredictionRequest lasting(double other) {
    return new PredictionRequest(playerId, opponentId, wasHome, other, features, position, teamId);
  }

  /// A question about a player of his last team.
  public PredictionRequest(
      long playerId,
      long opponentId,
      boolean wasHome,
      double minutes,
      Map<String, Double> features,
      @Nullable Position position) {
    this(playerId, opponentId, wasHome, minutes, features, position, null);
  }
}
