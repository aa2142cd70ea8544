/// Times predictions of a version, one by one and in batches.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import dev.touchline.football.FeatureScale;
import dev.touchline.football.Player;
import dev.touchline.football.Team;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The measurement behind `bench predict`. Questions go round players and opponents, at home and
/// away, full matches and short ones, with features around their means; each is answered for every
/// prop with pmf and intervals.
public final class PredictBench {
  private static final int SINGLE_ROUNDS = 5;
  private static final int BATCH_ROUNDS = 9;
  private static final int FULL = 90;
  private static final int SHORT = 25;

  private PredictBench() {}

  /// Figures, keys as in the JSON.
  ///
  /// @param openSeconds opening the version
  /// @param firstPredictionMicroseconds the first answer after that
  /// @param p50Microseconds median of single predictions once the program is warm
  /// @param p99Microseconds their 99th percentile
  /// @param batchPerSecond predictions a second in batches, median of repeated batches
  /// @param nSamples posterior samples of each
  /// @param batch questions of a batch
  public record Result(
      String version,
      double openSeconds,
      double firstPredictionMicroseconds,
      double p50Microseconds,
      double p99Microseconds,
      double batchPerSecond,
      int nSamples,
      int batch,
      int props) {}

  /// Measures a version of the store.
  public static Result of(StoredModel model, int samples, int batch) {
    Path folder = model.folder();
    long begin = System.nanoTime();
    try (Predictor predictor =
        Predictor.open(
            folder.resolve(ModelStore.METADATA), folder.resolve(ModelStore.TRACE), samples)) {
      double open = (System.nanoTime() - begin) / 1e9;
      List<PredictionRequest> requests = requests(predictor.metadata(), batch);
      begin = System.nanoTime();
      predictor.predict(requests.getFirst(), Predictor.INTERVAL);
      double first = (System.nanoTime() - begin) / 1e3;
      double[] singles = new double[0];
      for (int round = 0; round < SINGLE_ROUNDS; round++) {
        singles = singles(predictor, requests);
      }
      double[] rates = new double[BATCH_ROUNDS];
      for (int round = -2; round < BATCH_ROUNDS; round++) {
        begin = System.nanoTime();
        int answers = predictor.predictBatch(requests, Predictor.INTERVAL).size();
        double rate = answers / ((System.nanoTime() - begin) / 1e9);
        if (round >= 0) {
          rates[round] = rate;
        }
      }
      Arrays.sort(rates);
      return new Result(
          predictor.metadata().version(),
          open,
          first,
          singles[singles.length / 2],
          singles[singles.length * 99 / 100],
          rates[BATCH_ROUNDS / 2],
          predictor.samples(),
          batch,
          predictor.props().size());
    }
  }

  /// Microseconds of each, ascending.
  private static double[] singles(Predictor predictor, List<PredictionRequest> requests) {
    double[] times = new double[requests.size()];
    for (int i = 0; i < times.length; i++) {
      PredictionRequest request = requests.get(i);
      long begin = System.nanoTime();
      predictor.predict(request, Predictor.INTERVAL);
      times[i] = (System.nanoTime() - begin) / 1e3;
    }
    Arrays.sort(times);
    return times;
  }

  private static List<PredictionRequest> requests(ModelMetadata metadata, int count) {
    List<Player> players = metadata.players();
    List<Team> opponents = metadata.opponents();
    if (players.isEmpty() || opponents.isEmpty()) {
      throw new Fault(
          Fault.Kind.DATA,
          "Version " + metadata.version() + " has no players or no opponents to ask about.",
          "Choose another version: touchline models list.");
    }
    FeatureScale scale = metadata.features();
    List<PredictionRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Double> features = new LinkedHashMap<>();
      for (int f = 0; f < scale.names().size(); f++) {
        // From −1 to 1 standard deviations about the mean, differently for each feature.
        double deviations = ((i * (f + 3)) % 21 - 10) / 10.0;
        features.put(scale.names().get(f), scale.mean()[f] + deviations * scale.sd()[f]);
      }
      requests.add(
          new PredictionRequest(
              players.get((int) ((long) i * 7919 % players.size())).id(),
              opponents.get(i % opponents.size()).id(),
              i % 2 == 0,
              i % 5 == 0 ? SHORT : FULL,
              features,
              null));
    }
    return requests;
  }
}
