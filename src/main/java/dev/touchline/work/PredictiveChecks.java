/// Predictive checks of a version, by prop.
package dev.touchline.work;

import dev.touchline.evaluate.PredictiveCheck;
import dev.touchline.football.Prop;
import java.util.Map;

/// What a version's data sets look like beside the rows of a window.
///
/// @param posterior data sets of the trained model
/// @param prior data sets of the same model before training
public record PredictiveChecks(
    Map<Prop, PredictiveCheck> posterior, Map<Prop, PredictiveCheck> prior) {}
