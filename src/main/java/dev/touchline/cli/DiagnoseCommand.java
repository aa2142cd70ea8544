/// `touchline diagnose`: judges the chains of any InferenceData file.
package dev.touchline.cli;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.fault.Fault;
import dev.touchline.work.TraceDiagnosis;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
    name = "diagnose",
    description =
        "R-hat, ESS, MCSE, E-BFMI and divergences of a version or of any InferenceData"
            + " file, and the verdict.",
    footer = {"", "Examples", "  touchline diagnose v1.1", "  touchline diagnose trace.nc"})
final class DiagnoseCommand extends Command {
  @Parameters(paramLabel = "FILE.nc|VERSION", description = "What to judge.")
  @SuppressWarnings("NullAway.Init")
  private String what;

  @Option(
      names = "--max-rhat",
      defaultValue = "1.05",
      description = "R-hat above which it has not converged (default: 1.05).")
  private double maxRhat = TrainRequest.MAX_RHAT;

  @Option(names = "--all", description = "List every scalar, not only the worst.")
  private boolean all;

  DiagnoseCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    ConvergenceReport report =
        TraceDiagnosis.diagnose(file(), maxRhat, Runtime.getRuntime().availableProcessors());
    List<ScalarSummary> listed = all ? report.scalars() : report.worst();
    if (json()) {
      printJson(
          Facts.of(
              "file", what,
              "chains", report.chains(),
              "draws", report.draws(),
              "convergence", Facts.convergence(report),
              "scalars", listed));
    } else {
      print("%s", report.sentence());
      report.advice().forEach(advice -> print("→ %s", advice));
      print(
          "%-44s %10s %10s %10s %9s %9s %7s",
          "parameter", "mean", "sd", "mcse", "ess bulk", "ess tail", "R-hat");
      for (ScalarSummary s : listed) {
        print(
            "%s",
            String.format(
                Locale.ROOT,
                "%-44s %10.4f %10.4f %10.5f %9.0f %9.0f %7.4f",
                s.name(),
                s.mean(),
                s.sd(),
                s.mcseMean(),
                s.essBulk(),
                s.essTail(),
                s.rhat()));
      }
    }
    return report.verdict() == ConvergenceReport.Verdict.NOT_CONVERGED
        ? Fault.Kind.NOT_CONVERGED.exitCode()
        : 0;
  }

  private Path file() {
    Path file = Path.of(what);
    if (Files.isRegularFile(file)) {
      return file;
    }
    if (what.endsWith(".nc")) {
      throw new Fault(Fault.Kind.DATA, "There is no file " + what + ".", "Check the path.");
    }
    try (Workspace workspace = workspace()) {
      return workspace.models().find(what).folder().resolve("trace.nc");
    }
  }
}
