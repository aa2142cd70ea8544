/// Answers questions from posterior draws kept in memory.
package dev.touchline.predict;

import dev.touchline.props.ModelMetadata;
import dev.touchline.trace.TraceSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A predictor over a posterior cache. Safe for many threads.
public final class Predictor implements AutoCloseable {
  /// Default number of posterior samples kept.
  public static final int SAMPLES = 1000;

  private Predictor() {}

  /// Opens a saved model.
  ///
  /// @param modelPath `metadata.json`, or the folder that holds it
  /// @param tracePath `trace.nc`
  /// @param nSamples posterior samples to keep, thinned evenly over chains; fewer where memory is
  ///   short, which [#warnings] then says
  public static Predictor open(Path modelPath, Path tracePath, int nSamples) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// A predictor over a trace at hand.
  public static Predictor of(ModelMetadata metadata, TraceSource trace, int nSamples) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// What the model is.
  public ModelMetadata metadata() {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Samples kept.
  public int samples() {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Remarks about opening, such as fewer samples for want of memory.
  public List<String> warnings() {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Predicts 90 minutes of a player.
  public Prediction predictPlayer(
      long playerId, long opponentId, boolean wasHome, Map<String, Double> features) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Predicts one request with the given mass of the intervals, such as 0.95.
  public Prediction predict(PredictionRequest request, double interval) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Predicts many, in the order of the requests; equal to asking one by one.
  public List<Prediction> predictBatch(List<PredictionRequest> requests, double interval) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// How often each unknown player id was asked for.
  public Map<Long, Long> unknownPlayers() {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void close() {}
}
