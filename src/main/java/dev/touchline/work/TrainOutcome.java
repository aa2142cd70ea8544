/// How a training run ended.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The outcome of a run.
///
/// @param metadata what was trained; its status is `published`, `not_converged` or `stopped`
/// @param folder where the version lies; for a run that was not published the folder under
///   `HOME/unpublished` with its trace, or null where nothing could be kept
/// @param convergence the judgement, or null where no draws were left to judge
/// @param calibration calibration on the validation window by prop; empty where not published
/// @param averageEce mean ECE over props, NaN where not published
/// @param predictionMilliseconds one prediction on the saved model, NaN where not published
/// @param warnings sentences for the user
public record TrainOutcome(
    ModelMetadata metadata,
    @Nullable Path folder,
    @Nullable ConvergenceReport convergence,
    Map<Prop, PropCalibration> calibration,
    double averageEce,
    double predictionMilliseconds,
    List<String> warnings) {

  /// Whether the version was published.
  public boolean published() {
    return metadata.status().equals(PUBLISHED);
  }

  /// Status of a version that passed the gate.
  public static final String PUBLISHED = "published";

  /// Status of a run that did not pass the gate.
  public static final String NOT_CONVERGED = "not_converged";

  /// Status of a run that was stopped.
  public static final String STOPPED = "stopped";
}
