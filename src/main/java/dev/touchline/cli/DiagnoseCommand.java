/// `touchline diagnose`: judges the chains of any InferenceData file.
package dev.touchline.cli;

import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.fault.Fault;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.RhatText;
import dev.touchline.work.StoredModel;
import dev.touchline.work.TraceDiagnosis;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
    name = "diagnose",
    description =
        "R-hat, ESS, MCSE, E-BFMI and divergences of a version, of a run that was not published, or"
            + " of any InferenceData file, and the verdict.",
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
    Subject subject = subject();
    ConvergenceReport report =
        TraceDiagnosis.diagnose(
            subject.file(), maxRhat, Runtime.getRuntime().availableProcessors());
    List<ScalarSummary> listed = all ? report.scalars() : report.worst();
    if (json()) {
      printJson(
          Facts.of(
              "file", what,
              "status", subject.status(),
              "chains", report.chains(),
              "draws", report.draws(),
              "convergence", Facts.convergence(report),
              "scalars", listed));
    } else {
      if (subject.status() != null && !subject.status().equals(TrainOutcome.PUBLISHED)) {
        print("%s was not published (%s).", what, subject.status().replace('_', ' '));
      }
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
                "%-44s %10.4f %10.4f %10.5f %9.0f %9.0f %7s",
                s.name(),
                s.mean(),
                s.sd(),
                s.mcseMean(),
                s.essBulk(),
                s.essTail(),
                RhatText.of(s.rhat(), 4)));
      }
    }
    return report.verdict() == ConvergenceReport.Verdict.NOT_CONVERGED
        ? Fault.Kind.NOT_CONVERGED.exitCode()
        : 0;
  }

  /// @param file what is judged
  /// @param status the version's status, null for a file
  private record Subject(Path file, @Nullable String status) {}

  private Subject subject() {
    Path file = Path.of(what);
    if (Files.isRegularFile(file) || what.endsWith(".zarr") && Files.isDirectory(file)) {
      return new Subject(file, null);
    }
    if (what.endsWith(".nc")) {
      throw new Fault(Fault.Kind.DATA, "There is no file " + what + ".", "Check the path.");
    }
    try (Workspace workspace = workspace()) {
      StoredModel model = workspace.models().findAny(what);
      ModelMetadata metadata = model.metadata();
      return new Subject(
          model.folder().resolve("trace.nc"), metadata == null ? null : metadata.status());
    }
  }
}
