/// `touchline bench gradient`: how long the model's gradient takes.
package dev.touchline.cli;

import dev.touchline.work.GradientBench;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
    name = "gradient",
    description =
        "Times one evaluation of the log density and its gradient, by the scalar and the fastest"
            + " kernel in turn on one thread, and prints medians as JSON.",
    footer = {"", "Example: touchline bench gradient --rows 54000 --players 2000 --opponents 100"})
final class GradientBenchCommand extends Command {
  private static final int MOST_ROWS = 5_000_000;
  private static final int MOST_ROUNDS = 10_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROBLEM.json",
      description = "A problem as for bench sampling (default: rows at random).")
  private @Nullable Path problem;

  @Option(names = "--rows", description = "Rows at random (default: 1700).")
  private int rows = 1_700;

  @Option(names = "--players", description = "Their players (default: 600).")
  private int players = 600;

  @Option(names = "--opponents", description = "Their opponents (default: 32).")
  private int opponents = 32;

  @Option(
      names = "--rounds",
      description = "Rounds of 0.4 seconds a kernel that medians are taken of (default: 15).")
  private int rounds = 15;

  GradientBenchCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    BenchCommands.between("--rounds", rounds, 1, MOST_ROUNDS);
    GradientBench.Result result;
    if (problem != null) {
      result = GradientBench.of(problem, rounds);
    } else {
      BenchCommands.between("--players", players, 1, MOST_ROWS);
      BenchCommands.between("--opponents", opponents, 1, MOST_ROWS);
      BenchCommands.between("--rows", rows, players, MOST_ROWS);
      result = GradientBench.of(rows, players, opponents, rounds);
    }
    printJson(result);
    if (!json()) {
      session()
          .err()
          .printf(
              Locale.ROOT,
              "%,d rows, %,d players: %.1f µs an evaluation by the %s kernel, %.2f ns a row and"
                  + " prop; %.2f by the scalar one, %.2f times as long%n",
              result.rows(),
              result.players(),
              result.microseconds(),
              result.kernel(),
              result.nsPerRowAndProp(),
              result.scalarNsPerRowAndProp(),
              result.scalarNsPerRowAndProp() / result.nsPerRowAndProp());
    }
    return 0;
  }
}
