/// Answers questions from posterior draws kept in memory.
package dev.touchline.predict;

import dev.touchline.fault.Fault;
import dev.touchline.fault.FreeMemory;
import dev.touchline.football.Prop;
import dev.touchline.predict.FeatureProducts.Block;
import dev.touchline.props.MetadataFile;
import dev.touchline.props.ModelMetadata;
import dev.touchline.props.PropProblem;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A predictor over a posterior cache. Safe for many threads.
///
/// For sample s the rate is λ_s = (minutes / 90)^a · exp(α + η·home + x·β + u + v + w), where the
/// exponent a is 1 and the own team's effect w is 0 in variants without them; the pmf of the count
/// is the mean of the samples' Poisson probabilities, computed and not simulated. The credible
/// interval holds the central quantiles of λ_s (linear between order statistics). The predictive
/// interval runs from the smallest count whose distribution function reaches (1 − mass) / 2 to the
/// smallest that reaches (1 + mass) / 2.
///
/// An unknown player is drawn from the population, u_s = γ_q + diag(σ_s) L_s ε_s: the league
/// average of his position, with the population's spread. ε comes from the model's seed alone, so
/// all unknown players of a position get the same answer; where the position is unknown too,
/// samples take positions in the proportions of the training rows. An unknown opponent or team
/// likewise.
///
/// With 0 minutes every count is 0 for certain, and `why` is empty because the log rate is −∞.
public final class Predictor implements AutoCloseable {
  /// Default number of posterior samples kept.
  public static final int SAMPLES = 1000;

  /// The usual mass of the intervals.
  public static final double INTERVAL = 0.95;

  private static final Logger LOG = LoggerFactory.getLogger(Predictor.class);

  /// Requests that one task of a batch takes.
  private static final int BLOCK = 128;

  /// Fewest requests of a batch that are computed in vectors, where the module for them is there:
  /// until the compiler has seen them often, they take many times as long as plain loops.
  static final int VECTOR_BATCH = 4_096;

  private final ModelMetadata metadata;
  private final PosteriorCache cache;
  private final List<String> warnings;
  private final RequestCheck check;
  private final FeatureProducts plain;
  private final ProductChoice products;
  private final List<Prop> props;
  private final List<String> parts;
  private final Map<Long, LongAdder> unknown = new ConcurrentHashMap<>();

  private Predictor(ModelMetadata metadata, CacheOpener.Opened opened) {
    this.metadata = metadata;
    cache = opened.cache();
    warnings = opened.warnings();
    check = new RequestCheck(metadata);
    plain = new PlainProducts(cache);
    products =
        new ProductChoice(plain, () -> new MatrixProducts(cache), RequestCheck.slopes(metadata));
    props = List.copyOf(metadata.props());
    parts =
        Stream.of(
                Stream.of("league", "home", "position", "player", "opponent"),
                metadata.variant().teamEffects() ? Stream.of("team") : Stream.<String>empty(),
                metadata.features().names().stream().map(feature -> "feature:" + feature),
                Stream.of("minutes"))
            .flatMap(part -> part)
            .toList();
  }

  /// Opens a saved model. Files that are missing, damaged or do not fit together are faults of kind
  /// STORAGE; a trace that cannot be read gets one more try. Only the draws that are kept are read.
  ///
  /// @param modelPath `metadata.json`, or the folder that holds it
  /// @param tracePath `trace.nc`
  /// @param nSamples posterior samples to keep, thinned evenly over chains; fewer where memory is
  ///   short, which [#warnings] then says
  public static Predictor open(Path modelPath, Path tracePath, int nSamples) {
    Path file = Files.isDirectory(modelPath) ? modelPath.resolve("metadata.json") : modelPath;
    ModelMetadata metadata = MetadataFile.read(file);
    return new Predictor(
        metadata,
        new CacheOpener(metadata, tracePath.toString(), FreeMemory.ofThisProcess())
            .open(() -> source(tracePath, nSamples), nSamples));
  }

  /// The excerpt beside the trace, as long as the trace is whole and the one that it was taken
  /// from; else the trace.
  static TraceSource source(Path tracePath, int samples) {
    var files = new TraceFiles();
    // Without an excerpt the whole trace is not summed up for nothing: opening it does that.
    return Optional.of(tracePath.resolveSibling(Excerpt.NAME))
        .filter(Files::isRegularFile)
        .flatMap(file -> files.seal(tracePath).flatMap(seal -> Excerpt.open(file, seal, samples)))
        .orElseGet(() -> files.open(tracePath));
  }

  /// Writes beside a trace file the draws that [#open] keeps with [#SAMPLES], so that it need not
  /// look for them in the whole file again. Nothing where the trace holds fewer draws or is not
  /// Touchline's.
  ///
  /// @param trace the same trace, in memory or open
  public static void keepSamples(TraceSource trace, Path tracePath) throws IOException {
    Optional<String> seal = new TraceFiles().seal(tracePath);
    if (seal.isPresent() && (long) trace.chains() * trace.draws() >= SAMPLES) {
      Excerpt.write(trace, SAMPLES, seal.get(), tracePath.resolveSibling(Excerpt.NAME));
    }
  }

  /// A predictor over a trace at hand, which is read once and left open.
  public static Predictor of(ModelMetadata metadata, TraceSource trace, int nSamples) {
    return of(metadata, trace, nSamples, FreeMemory.ofThisProcess());
  }

  /// The same within some memory.
  static Predictor of(ModelMetadata metadata, TraceSource trace, int nSamples, FreeMemory memory) {
    return new Predictor(
        metadata, new CacheOpener(metadata, "in memory", memory).of(trace, nSamples));
  }

  /// What the model is.
  public ModelMetadata metadata() {
    return metadata;
  }

  /// The props that it answers, in the model's order.
  public List<Prop> props() {
    return props;
  }

  /// Samples kept.
  public int samples() {
    return cache.samples();
  }

  /// Remarks about opening, such as fewer samples for want of memory.
  public List<String> warnings() {
    return warnings;
  }

  /// Predicts 90 minutes of a player.
  public Prediction predictPlayer(
      long playerId, long opponentId, boolean wasHome, Map<String, Double> features) {
    return predict(
        new PredictionRequest(playerId, opponentId, wasHome, 90, features, null), INTERVAL);
  }

  /// Predicts one request with the given mass of the intervals, such as 0.95.
  ///
  /// Faults of kind DATA name a missing, extra or non-finite feature and minutes outside 0 to 120;
  /// a mass outside (0, 1) is a fault of kind USAGE.
  public Prediction predict(PredictionRequest request, double interval) {
    RequestCheck.interval(interval);
    Question question = check.question(request, RequestCheck.MOST_MINUTES);
    note(request, question);
    Block block = plain.block(question.x(), 1);
    return answer(kernel(false), request, question, block, 0, interval);
  }

  /// Predicts many, in the order of the requests; equal to asking one by one (to 1e-12 in large
  /// batches, which are computed in vectors and, with many features, by a matrix library). A fault
  /// names the first request that is invalid, counted from 1.
  public List<Prediction> predictBatch(List<PredictionRequest> requests, double interval) {
    RequestCheck.interval(interval);
    Question[] questions = questions(requests, RequestCheck.MOST_MINUTES);
    for (int i = 0; i < questions.length; i++) {
      note(requests.get(i), questions[i]);
    }
    return answers(requests, questions, interval);
  }

  /// Predicts matches that were played, to judge the model by them: as [#predictBatch], but minutes
  /// may be up to 150 (stoppage time counted), and unknown players are neither counted nor logged.
  public List<Prediction> predictPlayed(List<PredictionRequest> requests, double interval) {
    RequestCheck.interval(interval);
    return answers(requests, questions(requests, RequestCheck.MOST_MINUTES_PLAYED), interval);
  }

  /// How often each unknown player id was asked for, [PredictionRequest#NEW_PLAYER] included.
  public Map<Long, Long> unknownPlayers() {
    Map<Long, Long> counts = new TreeMap<>();
    unknown.forEach((id, count) -> counts.put(id, count.sum()));
    return Collections.unmodifiableMap(counts);
  }

  /// Nothing is left open; a closed predictor still answers.
  @Override
  public void close() {}

  private Question[] questions(List<PredictionRequest> requests, double mostMinutes) {
    Question[] questions = new Question[requests.size()];
    int i = 0;
    for (PredictionRequest request : requests) {
      try {
        questions[i] = check.question(request, mostMinutes);
      } catch (Fault fault) {
        throw new Fault(
            fault.kind(),
            "Request " + (i + 1) + ": " + fault.getMessage(),
            fault.remedy(),
            fault.details(),
            fault);
      }
      i++;
    }
    return questions;
  }

  private List<Prediction> answers(
      List<PredictionRequest> requests, Question[] questions, double interval) {
    PredictionRequest[] asked = requests.toArray(PredictionRequest[]::new);
    Prediction[] answers = new Prediction[asked.length];
    int features = RequestCheck.slopes(metadata);
    FeatureProducts chosen = products.of(asked.length);
    boolean vectors = asked.length >= VECTOR_BATCH && PropProblem.vectorsServe();
    IntStream.range(0, (asked.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            b -> {
              int from = b * BLOCK;
              int rows = Math.min(BLOCK, asked.length - from);
              double[] x = new double[rows * features];
              for (int row = 0; row < rows; row++) {
                System.arraycopy(questions[from + row].x(), 0, x, row * features, features);
              }
              RateKernel kernel = kernel(vectors);
              try (Block block = chosen.block(x, rows)) {
                for (int row = 0; row < rows; row++) {
                  int i = from + row;
                  answers[i] = answer(kernel, asked[i], questions[i], block, row, interval);
                }
              }
            });
    return Collections.unmodifiableList(Arrays.asList(answers));
  }

  private RateKernel kernel(boolean vectors) {
    return new RateKernel(cache, props, parts, metadata.features().names(), vectors);
  }

  private Prediction answer(
      RateKernel kernel,
      PredictionRequest request,
      Question question,
      Block block,
      int row,
      double interval) {
    Map<Prop, PropPrediction> answers = new EnumMap<>(Prop.class);
    for (int k = 0; k < props.size(); k++) {
      answers.put(props.get(k), kernel.predict(question, k, block, row, interval));
    }
    return new Prediction(
        request,
        question.player() >= 0,
        question.opponent() >= 0,
        question.team() >= 0,
        Collections.unmodifiableMap(answers),
        check.warnings(request, question));
  }

  /// Counts and, the first time, logs a player whom the model does not know.
  private void note(PredictionRequest request, Question question) {
    if (question.player() >= 0) {
      return;
    }
    LongAdder count = unknown.get(request.playerId());
    if (count == null) {
      LongAdder fresh = new LongAdder();
      count = unknown.putIfAbsent(request.playerId(), fresh);
      if (count == null) {
        count = fresh;
        if (request.playerId() == PredictionRequest.NEW_PLAYER) {
          LOG.warn(
              "A new player was asked for, predicted from the population of model {}",
              metadata.version());
        } else {
          LOG.warn(
              "Player {} is not known to model {}, predicted from the population",
              request.playerId(),
              metadata.version());
        }
      }
    }
    count.increment();
  }
}
