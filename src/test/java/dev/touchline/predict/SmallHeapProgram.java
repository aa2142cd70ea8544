/// Opens a predictor and prints what it kept; a program that tests start with little memory.
package dev.touchline.predict;

import java.nio.file.Path;

/// Arguments: the model's folder, the trace, the samples wanted.
public final class SmallHeapProgram {
  private SmallHeapProgram() {}

  /// Prints `samples mean`, and each warning on a line of its own.
  public static void main(String[] args) {
    try (Predictor predictor =
        Predictor.open(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]))) {
      Prediction prediction =
          predictor.predict(TestModels.request(predictor.metadata(), 0, 0, 90), 0.9);
      double mean = prediction.props().values().stream().mapToDouble(PropPrediction::mean).sum();
      System.out.println(predictor.samples() + " " + mean);
      predictor.warnings().forEach(System.out::println);
    }
  }
}
