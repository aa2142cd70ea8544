/// Times the predictor; a program, not a test.
package dev.touchline.predict;

import dev.touchline.football.Prop;
import dev.touchline.props.ModelMetadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Prints the latency of single predictions and the rate of batches on random draws. Run it with
/// `java -cp target/classes:target/test-classes:LIBRARIES dev.touchline.predict.PredictorBenchmark`
/// and optionally the numbers of samples, features and players.
public final class PredictorBenchmark {
  private PredictorBenchmark() {}

  /// Runs it.
  public static void main(String[] args) {
    int samples = args.length > 0 ? Integer.parseInt(args[0]) : Predictor.SAMPLES;
    int features = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    int players = args.length > 2 ? Integer.parseInt(args[2]) : 600;
    ModelMetadata metadata =
        TestModels.metadata(List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS), players, 32, features);
    long start = System.nanoTime();
    try (Predictor predictor =
        Predictor.of(metadata, TestModels.trace(metadata, 4, samples / 4 + 1, 1), samples)) {
      System.out.printf("opened after %.2f s%n", (System.nanoTime() - start) * 1e-9);
      List<PredictionRequest> requests = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        requests.add(
            TestModels.request(metadata, (i * 7919) % players, i % 32, i % 5 == 0 ? 25 : 90));
      }
      for (int round = 0; round < 6; round++) {
        singles(predictor, requests);
      }
      for (int round = 0; round < 8; round++) {
        start = System.nanoTime();
        int size = predictor.predictBatch(requests, 0.95).size();
        System.out.printf("batch: %.0f a second%n", size / ((System.nanoTime() - start) * 1e-9));
      }
    }
  }

  private static void singles(Predictor predictor, List<PredictionRequest> requests) {
    long[] nanos = new long[requests.size()];
    double sum = 0;
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      sum += predictor.predict(requests.get(i), 0.95).props().size();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "single: p50 %.1f µs, p99 %.1f µs (%.0f props)%n",
        nanos[nanos.length / 2] * 1e-3, nanos[nanos.length * 99 / 100] * 1e-3, sum);
  }
}
