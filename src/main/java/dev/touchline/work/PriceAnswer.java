/// The answer to a question about a player.
package dev.touchline.work;

import dev.touchline.football.MinutesForecast;
import dev.touchline.football.Team;
import dev.touchline.predict.Prediction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A prediction with what it was resolved to.
///
/// @param version the version that answered
/// @param playerId the player's id, -1 for an unknown player asked for outright
/// @param playerName his name, or a description
/// @param understood a sentence where he was asked for by a first name and is stored with its
///   initial, or the reverse; else empty
/// @param position his position, empty where unknown
/// @param opponentId the opponent's id
/// @param opponentName its name, or a description
/// @param team the own team that was taken; null where the model has no effects of own teams
/// @param minutes how long he may play, where the question did not say; null where it did
/// @param features features used, raw, by name
/// @param prediction the prediction
/// @param warnings sentences for the user
/// @param microseconds time of the prediction itself
public record PriceAnswer(
    String version,
    long playerId,
    String playerName,
    String understood,
    String position,
    long opponentId,
    String opponentName,
    @Nullable Team team,
    @Nullable MinutesForecast minutes,
    Map<String, Double> features,
    Prediction prediction,
    List<String> warnings,
    double microseconds) {}
