/// `touchline bench predict`: how long predictions take.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.predict.Predictor;
import dev.touchline.work.PredictBench;
import dev.touchline.work.Workspace;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
    name = "predict",
    description =
        "Opens a version and times predictions of all props with pmf and intervals, one by one and"
            + " in batches, and prints the figures as JSON.",
    footer = {"", "Example: touchline bench predict v1.1 --batch 50000"})
final class PredictBenchCommand extends Command {
  private static final int MOST_SAMPLES = 1_000_000;
  private static final int LEAST_BATCH = 100;
  private static final int MOST_BATCH = 1_000_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION",
      description = "The version (default: the served one).")
  private @Nullable String version;

  @Option(names = "--samples", description = "Posterior samples of a prediction (default: 1000).")
  private int samples = Predictor.SAMPLES;

  @Option(names = "--batch", description = "Questions of a batch (default: 20000).")
  private int batch = 20_000;

  PredictBenchCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    BenchCommands.between("--samples", samples, 1, MOST_SAMPLES);
    BenchCommands.between("--batch", batch, LEAST_BATCH, MOST_BATCH);
    try (Workspace workspace = workspace()) {
      String name =
          version != null
              ? version
              : workspace
                  .models()
                  .served()
                  .orElseThrow(
                      () ->
                          new Fault(
                              Fault.Kind.DATA,
                              "No version is served.",
                              "Name one, or train one first: touchline train --help."));
      PredictBench.Result result = PredictBench.of(workspace.models().find(name), samples, batch);
      printJson(result);
      if (!json()) {
        session()
            .err()
            .printf(
                Locale.ROOT,
                "%s: opened in %.2f s, first prediction %.0f µs; then p50 %.1f µs, p99 %.1f µs;"
                    + " batches of %,d: %,.0f a second%n",
                result.version(),
                result.openSeconds(),
                result.firstPredictionMicroseconds(),
                result.p50Microseconds(),
                result.p99Microseconds(),
                result.batch(),
                result.batchPerSecond());
      }
    }
    return 0;
  }
}
