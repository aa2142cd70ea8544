/// Judges a version on its validation window, or on another.
package dev.touchline.work;

import dev.touchline.data.DataSets;
import dev.touchline.evaluate.Calibration;
import dev.touchline.evaluate.Forecast;
import dev.touchline.evaluate.Forecasts;
import dev.touchline.evaluate.PredictiveCheck;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.predict.Predictor;
import dev.touchline.predict.Replicates;
import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The evaluation use case.
public final class Evaluator {
  private static final Logger LOG = LoggerFactory.getLogger(Evaluator.class);
  private static final int REPLICATES = 300;
  private static final long SEED = 1;

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
              Publisher.averageEce(calibration),
              changed(version, window));
        });
  }

  /// On its own window a version is judged as it was when it was published, unless rows changed.
  private List<String> changed(String version, Window window) {
    ModelMetadata metadata = workspace.models().metadata(workspace.models().find(version));
    if (!window.first().equals(metadata.dates().trainEnd().plusDays(1))
        || !window.last().equals(metadata.dates().valEnd())) {
      return List.of();
    }
    return new TrainedRows(workspace)
        .difference(metadata).stream()
            .map(what -> what + " What is judged are the rows that are there now.")
            .toList();
  }

  /// Replicates the window's rows from a version's posterior and from its prior; the same windows
  /// as `evaluate`.
  public PredictiveChecks predictiveChecks(
      String version, @Nullable LocalDate from, @Nullable LocalDate to) {
    StoredModel model = workspace.models().find(version);
    ModelMetadata metadata = workspace.models().metadata(model);
    RowSet rows = window(metadata, from, to).rows();
    Path folder = model.folder();
    return new PredictiveChecks(
        checks(
            rows,
            Replicates.posterior(
                folder.resolve(ModelStore.METADATA),
                folder.resolve(ModelStore.TRACE),
                rows,
                REPLICATES,
                SEED)),
        checks(rows, Replicates.prior(metadata, rows, REPLICATES, SEED)));
  }

  private static Map<Prop, PredictiveCheck> checks(RowSet rows, Replicates replicates) {
    Map<Prop, PredictiveCheck> checks = new EnumMap<>(Prop.class);
    replicates
        .counts()
        .forEach(
            (prop, counts) ->
                checks.put(
                    prop,
                    PredictiveCheck.of(
                        rows.rows(),
                        rows.rows().stream().mapToInt(row -> row.count(prop)).toArray(),
                        counts)));
    return Collections.unmodifiableMap(checks);
  }

  /// The rows that are judged.
  private record Window(LocalDate first, LocalDate last, RowSet rows) {}

  private <T> T on(
      String version,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      BiFunction<Map<Prop, List<Forecast>>, Window, T> judge) {
    StoredModel model = workspace.models().find(version);
    Window window = window(workspace.models().metadata(model), from, to);
    try (Predictor predictor =
        Predictor.open(
            model.folder().resolve(ModelStore.METADATA),
            model.folder().resolve(ModelStore.TRACE),
            Predictor.SAMPLES)) {
      return judge.apply(Forecasts.of(predictor, window.rows()), window);
    } catch (Fault e) {
      changed(version, window).forEach(LOG::warn);
      throw e;
    }
  }

  private Window window(ModelMetadata metadata, @Nullable LocalDate from, @Nullable LocalDate to) {
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
    return new Window(first, last, rows);
  }
}
