/// A program that prices a batch of many features, for which the matrix library is loaded where it
/// is there.
package dev.touchline.faults;

import dev.touchline.football.Prop;
import dev.touchline.predict.Prediction;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.predict.PropPrediction;
import dev.touchline.predict.TestModels;
import dev.touchline.props.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Prints means and interval ends of some of the answers.
public final class LargeBatch {
  private static final int FEATURES = 64;
  private static final int REQUESTS = (1 << 21) / FEATURES;

  private LargeBatch() {}

  /// Takes no arguments.
  public static void main(String[] args) {
    ModelMetadata metadata =
        TestModels.metadata(List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS), 9, 5, FEATURES);
    List<PredictionRequest> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(
          new PredictionRequest(
              100 + i % 9,
              10 + i % 5,
              i % 2 == 0,
              90,
              TestModels.features(metadata, 1e-5 * (i % 700)),
              null));
    }
    try (Predictor predictor = Predictor.of(metadata, TestModels.trace(metadata, 2, 50, 1), 50)) {
      List<Prediction> answers = predictor.predictBatch(requests, 0.9);
      for (int i = 0; i < REQUESTS; i += 331) {
        PropPrediction shots = Objects.requireNonNull(answers.get(i).props().get(Prop.SHOTS));
        System.out.printf(Locale.ROOT, "%d %.10e %.10e%n", i, shots.mean(), shots.ciHigh());
      }
    }
  }
}
