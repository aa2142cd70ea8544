/// The answer of the predictor.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import java.util.List;
import java.util.Map;

/// Predictions of all props of a model for one request.
///
/// @param request the question
/// @param playerKnown whether the model knows the player
/// @param opponentKnown whether the model knows the opponent
/// @param teamKnown whether the model knows his team; false where it has no own teams' effects
/// @param props one prediction a prop, in the model's order
/// @param warnings what the user should know, each one sentence
public record Prediction(
    PredictionRequest request,
    boolean playerKnown,
    boolean opponentKnown,
    boolean teamKnown,
    Map<Prop, PropPrediction> props,
    List<String> warnings) {}
