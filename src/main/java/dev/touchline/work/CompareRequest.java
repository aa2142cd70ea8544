/// What a comparison is asked to do.
package dev.touchline.work;

import dev.touchline.football.Prop;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comparison of the multi-task model with single-task models on the same rows.
///
/// @param multi an existing multi-task version to compare, or null to train one
/// @param training how missing models are trained: split, props, competitions, sampler; its version
///   is the prefix of their names
/// @param lines lines by prop, 0.5 where none is given
/// @param command the command line that asks for it, for the report
public record CompareRequest(
    @Nullable String multi, TrainRequest training, Map<Prop, Double> lines, String command) {}
