/// `touchline evaluate`: calibration of a version.
package dev.touchline.cli;

import dev.touchline.work.EvaluateOutcome;
import dev.touchline.work.Evaluator;
import dev.touchline.work.PredictiveChecks;
import dev.touchline.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
    name = "evaluate",
    description = "Calibration and scores of a version on its validation matches, or on others.",
    footer = {"", "Example: touchline evaluate v1.1 --line shots=1.5"})
final class EvaluateCommand extends Command {
  @Parameters(paramLabel = "VERSION", description = "The version.")
  @SuppressWarnings("NullAway.Init")
  private String version;

  @Option(
      names = "--line",
      paramLabel = "PROP=LINE",
      description = "Line of a prop, such as shots=1.5 (default: 0.5).")
  private List<String> lines = new ArrayList<>();

  @Option(names = "--from", paramLabel = "DATE", description = "First day.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day, inclusive.")
  private @Nullable String to;

  EvaluateCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    try (Workspace workspace = workspace()) {
      var evaluator = new Evaluator(workspace);
      LocalDate first = optionalDate("--from", from);
      LocalDate last = optionalDate("--to", to);
      EvaluateOutcome outcome = evaluator.evaluate(version, LineOptions.single(lines), first, last);
      if (json()) {
        PredictiveChecks checks = evaluator.predictiveChecks(version, first, last);
        printJson(
            Facts.of(
                "version", outcome.version(),
                "from", outcome.from(),
                "to", outcome.to(),
                "rows", outcome.rows(),
                "matches", outcome.matches(),
                "calibration", Facts.calibration(outcome.calibration()),
                "average_ece", outcome.averageEce(),
                "warnings", outcome.warnings(),
                "posterior_predictive", Facts.predictive(checks.posterior()),
                "prior_predictive", Facts.predictive(checks.prior())));
      } else {
        print(
            "%s on %,d rows of %d matches, %s to %s",
            outcome.version(), outcome.rows(), outcome.matches(), outcome.from(), outcome.to());
        outcome.calibration().forEach((prop, c) -> print("%s", Tables.calibration(prop, c)));
        print("%s", String.format(Locale.ROOT, "average ECE %.4f", outcome.averageEce()));
        outcome.warnings().forEach(warning -> print("! %s", warning));
      }
      return 0;
    }
  }
}
