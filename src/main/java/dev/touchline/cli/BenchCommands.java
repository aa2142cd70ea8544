/// `touchline bench …`: measurements.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
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
    description = "Measures the engine.",
    footer = {"", "Example: touchline bench sampling problem.json --trace out.nc"})
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

  /// Refuses a value of an option outside its range.
  static void between(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Fault(
          Fault.Kind.USAGE,
          option + " cannot be " + value + ".",
          "Choose " + least + " to " + most + ".");
    }
  }

  @picocli.CommandLine.Command(
      name = "sampling",
      description =
          "Samples a problem given as JSON arrays and prints speed and posterior as JSON.",
      footer = {
        "",
        "Example: touchline bench sampling problem.json --draws 2000 --trace out.nc",
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
      printJson(result);
      if (!json()) {
        session().err().println(summary(result));
      }
      return 0;
    }

    /// Two lines for people, beside the document.
    private static String summary(SamplingBenchResult result) {
      return String.format(
          Locale.ROOT,
          "%s: %d × %,d draws after %,d in %.1f s; smallest bulk ESS %,.0f (%s): %.1f effective"
              + " draws a second%nlargest R-hat %.4f, %d divergences, %,d gradients",
          result.problem(),
          result.chains(),
          result.draws(),
          result.tune(),
          result.seconds().total(),
          result.minEssBulk(),
          result.worstParameter(),
          result.essPerSecond(),
          result.maxRhat(),
          result.divergences(),
          result.gradients());
    }
  }
}
