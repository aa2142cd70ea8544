/// Saves a finished run: evaluated and published, or kept aside.
package dev.touchline.work;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.LimitDigits;
import dev.touchline.evaluate.Calibration;
import dev.touchline.evaluate.Forecasts;
import dev.touchline.evaluate.PropCalibration;
import dev.touchline.football.Player;
import dev.touchline.football.PlayerMatch;
import dev.touchline.football.Prop;
import dev.touchline.football.RowSet;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the folder of a version. Everything is written beside and becomes visible by one rename;
/// calibration is computed from the files as saved, so that its numbers are those that users get.
final class Publisher {
  /// ECE above which users are warned.
  static final double ECE_THRESHOLD = 0.05;

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /// R-hat below which every scalar has to be for a model to pass without a word.
  static final double GOOD_RHAT = 1.01;

  private static final double SLOW_MILLISECONDS = 100;

  private final Workspace workspace;
  private final Provenance provenance;
  private final Map<String, Double> seconds;
  private final TrainListener listener;
  private final List<String> warnings = new ArrayList<>();

  Publisher(
      Workspace workspace,
      Provenance provenance,
      Map<String, Double> seconds,
      TrainListener listener) {
    this.workspace = workspace;
    this.provenance = provenance;
    this.seconds = seconds;
    this.listener = listener;
  }

  TrainOutcome publish(Sampling.Result result, ConvergenceReport report) {
    String version = provenance.request().version();
    try (Scratch scratch = Scratch.make(workspace.home().models(), version)) {
      Path folder = scratch.folder();
      listener.onPhase(version, TrainListener.Phase.SAVE);
      ModelMetadata metadata = save(TrainOutcome.PUBLISHED, result, folder);
      keepSamples(result.trace(), folder.resolve(ModelStore.TRACE));
      listener.onPhase(version, TrainListener.Phase.EVALUATE);
      Judged judged = evaluate(folder);
      if (report.verdict() == ConvergenceReport.Verdict.CAUTION) {
        warn(report.sentence());
      }
      ModelResults results = results(report, judged);
      FileTree.writeAtomically(folder.resolve(ModelStore.RESULTS), JsonForm.gson().toJson(results));
      FileTree.writeAtomically(
          folder.resolve(ModelStore.REPORT), ModelReport.html(metadata, results));
      Path target = workspace.models().folder(version);
      scratch.publish(target);
      // What an earlier try of this version left is done with.
      FileTree.delete(workspace.home().unpublished().resolve(version));
      LOG.info("Version {} published in {}", version, target);
      return new TrainOutcome(
          metadata,
          target,
          report,
          judged.calibration(),
          judged.averageEce(),
          judged.milliseconds(),
          List.copyOf(warnings));
    }
  }

  /// Opening a version is quicker with them; it can do without.
  private static void keepSamples(TraceSource trace, Path file) {
    try {
      Predictor.keepSamples(trace, file);
    } catch (IOException e) {
      LOG.warn("The samples beside {} could not be written: {}", file, e.getMessage());
    }
  }

  TrainOutcome keepUnpublished(
      String status, Sampling.Result result, @Nullable ConvergenceReport report) {
    TraceSource trace = result.trace();
    String version = provenance.request().version();
    seconds.putIfAbsent("save", 0.0);
    if (trace.draws() == 0) {
      ModelMetadata metadata = provenance.metadata(status, trace, seconds);
      return outcome(metadata, null, report);
    }
    listener.onPhase(version, TrainListener.Phase.SAVE);
    try (Scratch scratch = Scratch.make(workspace.home().unpublished(), version)) {
      Path folder = scratch.folder();
      ModelMetadata metadata = save(status, result, folder);
      if (report != null) {
        ModelResults results = results(report, Map.of(), Double.NaN, List.of(rhatLine(report)));
        FileTree.writeAtomically(
            folder.resolve(ModelStore.RESULTS), JsonForm.gson().toJson(results));
      }
      Path target = workspace.home().unpublished().resolve(version);
      FileTree.delete(target);
      scratch.publish(target);
      LOG.warn("Nothing was published; the draws are kept in {}", target);
      return outcome(metadata, target, report);
    }
  }

  private TrainOutcome outcome(
      ModelMetadata metadata, @Nullable Path folder, @Nullable ConvergenceReport report) {
    return new TrainOutcome(
        metadata, folder, report, Map.of(), Double.NaN, Double.NaN, List.copyOf(warnings));
  }

  private ModelMetadata save(String status, Sampling.Result result, Path folder) {
    TraceSource trace = result.trace();
    long begin = System.nanoTime();
    String engine =
        new TraceFiles()
            .write(
                new TraceGroups(provenance).of(trace, result.warmup()),
                folder.resolve(ModelStore.TRACE));
    seconds.put("save", (System.nanoTime() - begin) / 1e9);
    ModelMetadata metadata = provenance.metadata(status, trace, seconds);
    MetadataFile.write(metadata, folder.resolve(ModelStore.METADATA));
    LOG.debug("Trace written by {}", engine);
    return metadata;
  }

  /// @param calibration by prop
  /// @param averageEce mean over props
  /// @param milliseconds median time of one prediction
  private record Judged(
      Map<Prop, PropCalibration> calibration, double averageEce, double milliseconds) {}

  private Judged evaluate(Path folder) {
    long begin = System.nanoTime();
    RowSet validation = provenance.data().validation();
    try (Predictor predictor =
        Predictor.open(
            folder.resolve(ModelStore.METADATA),
            folder.resolve(ModelStore.TRACE),
            Predictor.SAMPLES)) {
      predictor.warnings().forEach(this::warn);
      Map<Prop, PropCalibration> calibration =
          Calibration.standard().judge(Forecasts.of(predictor, validation), Map.of());
      double average = averageEce(calibration);
      calibration.forEach(
          (prop, figures) -> {
            if (figures.ece() > ECE_THRESHOLD) {
              warn(
                  String.format(
                      Locale.ROOT,
                      "%s ECE = %s > %.2f threshold",
                      prop.label(),
                      LimitDigits.above(figures.ece(), 4, ECE_THRESHOLD),
                      ECE_THRESHOLD));
            } else {
              LOG.info("{} ECE = {}", prop.label(), four(figures.ece()));
            }
          });
      LOG.info("Average ECE = {}", four(average));
      double milliseconds = latency(predictor, validation);
      seconds.put("evaluate", (System.nanoTime() - begin) / 1e9);
      return new Judged(calibration, average, milliseconds);
    }
  }

  static double averageEce(Map<Prop, PropCalibration> calibration) {
    return calibration.values().stream()
        .mapToDouble(PropCalibration::ece)
        .average()
        .orElse(Double.NaN);
  }

  /// Median milliseconds of one prediction with all props and intervals, of players whom the model
  /// knows where there are any.
  private static double latency(Predictor predictor, RowSet validation) {
    Set<Long> known =
        predictor.metadata().players().stream().map(Player::id).collect(Collectors.toSet());
    int[] rows =
        IntStream.range(0, validation.size())
            .filter(i -> known.contains(validation.rows().get(i).playerId()))
            .limit(200)
            .toArray();
    if (rows.length == 0) {
      rows = new int[] {0};
    }
    double[] times = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      int i = rows[k];
      PlayerMatch row = validation.rows().get(i);
      Map<String, Double> features = new LinkedHashMap<>();
      for (int f = 0; f < validation.featureNames().size(); f++) {
        features.put(validation.featureNames().get(f), validation.feature(i, f));
      }
      PredictionRequest request =
          new PredictionRequest(
              row.playerId(),
              row.opponentId(),
              row.wasHome(),
              Math.min(90, row.minutes()),
              features,
              row.position(),
              row.teamId());
      long begin = System.nanoTime();
      predictor.predict(request, Predictor.INTERVAL);
      times[k] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  /// The limits of the gate's criteria.
  static double[] limits() {
    return new double[] {GOOD_RHAT, ECE_THRESHOLD, SLOW_MILLISECONDS};
  }

  private ModelResults results(ConvergenceReport report, Judged judged) {
    Map<String, PropCalibration> byKey = new LinkedHashMap<>();
    judged.calibration().forEach((prop, figures) -> byKey.put(prop.key(), figures));
    return results(
        report,
        byKey,
        judged.averageEce(),
        List.of(
            rhatLine(report),
            new ModelResults.GateLine(
                "average ECE < 0.05", judged.averageEce(), judged.averageEce() < ECE_THRESHOLD),
            new ModelResults.GateLine(
                "prediction under 100 ms",
                judged.milliseconds(),
                judged.milliseconds() < SLOW_MILLISECONDS)));
  }

  private static ModelResults.GateLine rhatLine(ConvergenceReport report) {
    return new ModelResults.GateLine(
        "R-hat < 1.01", report.maxRhat(), report.maxRhat() < GOOD_RHAT);
  }

  /// What was not calibrated cannot be used, whatever its chains are like.
  private ModelResults results(
      ConvergenceReport report,
      Map<String, PropCalibration> calibration,
      double averageEce,
      List<ModelResults.GateLine> gate) {
    return new ModelResults(
        ModelResults.FORMAT_VERSION,
        new ModelResults.Convergence(
            report.maxRhat(),
            report.worst().stream().map(ModelResults.Worst::of).toList(),
            report.minEssBulk(),
            report.minEssTail(),
            report.minEbfmi(),
            report.divergences(),
            report.verdict().name().toLowerCase(Locale.ROOT),
            report.sentence(),
            report.advice()),
        calibration,
        averageEce,
        gate,
        !calibration.isEmpty() && gate.stream().allMatch(ModelResults.GateLine::holds),
        Map.copyOf(seconds));
  }

  private void warn(String sentence) {
    LOG.warn("{}", sentence);
    warnings.add(sentence);
    listener.onWarning(sentence);
  }

  private static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
