/// `touchline bench …`: measurements.
package dev.touchline.cli;

import dev.touchline.work.SamplingBench;
import dev.touchline.work.SamplingBenchResult;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@picocli.CommandLine.Command(
    name = "bench",
    synopsisSubcommandLabel = "COMMAND",
    description = "Measures the engine.")
final class BenchCommands implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @picocli.CommandLine.Command(
      name = "sampling",
      description = "Samples a problem given as JSON arrays and prints speed and posterior.",
      footer = {
        "",
        "The problem: N, P, O, F, K; player, opponent, player_position, home, log_exposure, X, y."
      })
  static final class Sampling extends Command {
    @Parameters(paramLabel = "PROBLEM.json", description = "The problem.")
    @SuppressWarnings("NullAway.Init")
    private Path problem;

    @Option(names = "--trace", paramLabel = "OUT.nc", description = "Write the trace there.")
    private @Nullable Path trace;

    @Mixin private final SamplerOptions sampler = new SamplerOptions();

    Sampling(Session session) {
      super(session);
    }

    @Override
    int run() {
      SamplingBenchResult result = SamplingBench.run(problem, sampler.settings(), trace);
      if (json()) {
        printJson(result);
      } else {
        print(
            "%s",
            String.format(
                Locale.ROOT,
                "%s: %d × %,d draws after %,d in %.1f s (tuning %.1f, sampling %.1f)%n"
                    + "smallest bulk ESS %,.0f (%s), tail ESS %,.0f: %.1f effective draws a second%n"
                    + "largest R-hat %.4f, %d divergences, %,d gradients",
                result.problem(),
                result.chains(),
                result.draws(),
                result.tune(),
                result.seconds().total(),
                result.seconds().tune(),
                result.seconds().sample(),
                result.minEssBulk(),
                result.worstParameter(),
                result.minEssTail(),
                result.essPerSecond(),
                result.maxRhat(),
                result.divergences(),
                result.gradients()));
      }
      return 0;
    }
  }
}
