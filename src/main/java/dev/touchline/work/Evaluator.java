/// Judges a version on its validation window, or on another.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.evaluate.Calibration;
import dev.touchline.evaluate.Forecast;
import dev.touchline.evaluate.Forecasts;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelMetadata;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The evaluation use case.
public final class Evaluator {
  private final Workspace workspace;

  /// An evaluator on a workspace.
  public Evaluator(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Judges a version by groups of rows too; the same windows as `evaluate`.
  public List<GroupCalibration> groups(
      String version, Map<Prop, Double> lines, @Nullable LocalDate from, @Nullable LocalDate to) {
    return on(version, from, to, (forecasts, window) -> CalibrationGroups.judge(forecasts, lines));
  }

  /// Judges a version.
  ///
  /// @param lines lines by prop; 0.5 where none is given
  /// @param from first day, null for the day after the version's training end
  /// @param to last day, inclusive, null for the version's validation end
  public EvaluateOutcome evaluate(
      String version, Map<Prop, Double> lines, @Nullable LocalDate from, @Nullable LocalDate to) {
    return on(
        version,
        from,
        to,
        (forecasts, window) -> {
          Map<Prop, PropCalibration> calibration = Calibration.standard().judge(forecasts, lines);
          return new EvaluateOutcome(
              version,
              window.first(),
              window.last(),
              window.rows().size(),
              window.rows().matchCount(),
              calibration,
              Publisher.averageEce(calibration));
        });
  }

  /// The rows that are judged.
  private record Window(LocalDate first, LocalDate last, RowSet rows) {}

  private <T> T on(
      String version,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      BiFunction<Map<Prop, List<Forecast>>, Window, T> judge) {
    StoredModel model = workspace.models().find(version);
    ModelMetadata metadata = workspace.models().metadata(model);
    LocalDate first = from != null ? from : metadata.dates().trainEnd().plusDays(1);
    LocalDate last = to != null ? to : metadata.dates().valEnd();
    if (last.isBefore(first)) {
      throw new Fault(
          Fault.Kind.USAGE,
          "The window from " + first + " to " + last + " is empty.",
          "Choose --from on or before --to.");
    }
    RowSet rows = new DataSets().window(workspace.rows(), first, last, metadata.competitions());
    if (rows.size() == 0) {
      throw new Fault(
          Fault.Kind.DATA,
          "There are no rows from " + first + " to " + last + ".",
          "Import those matches, or choose other days; touchline data status shows what is there.");
    }
    try (Predictor predictor =
        Predictor.open(
            model.folder().resolve(ModelStore.METADATA),
            model.folder().resolve(ModelStore.TRACE),
            Predictor.SAMPLES)) {
      return judge.apply(Forecasts.of(predictor, rows), new Window(first, last, rows));
    }
  }
}
