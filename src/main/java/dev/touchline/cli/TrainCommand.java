/// `touchline train`: trains, judges, evaluates, publishes.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.props.ModelMetadata;
import dev.touchline.work.ModelResults;
import dev.touchline.work.RhatText;
import dev.touchline.work.TraceExtra;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Trainer;
import dev.touchline.work.Workspace;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(
    name = "train",
    description =
        "Trains a version for a date range, judges whether it converged, evaluates it on"
            + " the validation window and publishes it.",
    footer = {
      "",
      "Example",
      "  touchline train --train-start 2018-06-01 --train-end 2018-07-05 --val-end 2018-07-16"
          + " --draws 2000 --chains 4 --version v1.1",
      "",
      "A run that does not converge publishes nothing and exits 4; an interrupted one exits 130.",
      "Both, and one that was killed, go on with the same command and --resume; one that did not",
      "converge usually with more --draws."
    })
final class TrainCommand extends Command {
  private static final double LONGEST_INTERVAL = 1e6;

  @Mixin private final WindowOptions window = new WindowOptions();

  @Option(
      names = "--version",
      required = true,
      paramLabel = "NAME",
      description = "Name of the version, such as v1.1.")
  @SuppressWarnings("NullAway.Init")
  private String version;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Old versions to keep, counting this one; the served one always stays"
              + " (default: all).")
  private int keep;

  @Option(
      names = "--resume",
      description =
          "Go on with this version's interrupted run, with exactly the draws it would have made;"
              + " begin where there is none.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How often the chains' states are kept for --resume (default: 30).")
  private double checkpoint;

  @Option(
      names = "--save",
      paramLabel = "PARTS",
      defaultValue = "",
      description =
          "Save more in the trace file: warmup, log_likelihood (of each training row),"
              + " posterior_predictive (counts for the validation rows), separated by commas.")
  private String save = "";

  TrainCommand(Session session) {
    super(session);
  }

  @Override
  boolean heedsStop() {
    return true;
  }

  @Override
  int run() {
    TrainRequest request = window.request(version, keep, TraceExtra.parseList(save));
    try (Workspace workspace = workspace();
        Progress progress = new Progress(session().err(), request.sampler(), common.quiet)) {
      Trainer trainer = new Trainer(workspace, interval());
      TrainOutcome outcome =
          resume
              ? trainer.resume(request, progress, session().stop())
              : trainer.train(request, progress, session().stop());
      if (json()) {
        printJson(facts(outcome));
      } else {
        text(outcome);
      }
      return switch (outcome.metadata().status()) {
        case TrainOutcome.PUBLISHED -> 0;
        case TrainOutcome.STOPPED -> Fault.Kind.INTERRUPTED.exitCode();
        default -> Fault.Kind.NOT_CONVERGED.exitCode();
      };
    }
  }

  private Duration interval() {
    if (!(checkpoint >= 0) || checkpoint > LONGEST_INTERVAL) {
      throw new Fault(
          Fault.Kind.USAGE,
          "--checkpoint cannot be " + checkpoint + " seconds.",
          "Choose a number of seconds such as 30.");
    }
    return Duration.ofMillis(Math.round(checkpoint * 1000));
  }

  private static Object facts(TrainOutcome outcome) {
    ModelMetadata m = outcome.metadata();
    return Facts.of(
        "version", m.version(),
        "status", m.status(),
        "model", m.variant().key(),
        "seconds", m.seconds(),
        "rows", m.rows(),
        "players", m.players().size(),
        "opponents", m.opponents().size(),
        "matches", m.matches(),
        "validation_rows", m.validationRows(),
        "validation_matches", m.validationMatches(),
        "draws", m.draws(),
        "chains", m.chains(),
        "convergence", Facts.convergence(outcome.convergence()),
        "calibration", Facts.calibration(outcome.calibration()),
        "average_ece", outcome.averageEce(),
        "prediction_milliseconds", outcome.predictionMilliseconds(),
        "folder", outcome.folder() == null ? null : outcome.folder().toString(),
        "warnings", outcome.warnings());
  }

  private void text(TrainOutcome outcome) {
    ModelMetadata m = outcome.metadata();
    print(
        "%s: %s (%,d rows, %d matches, %d players, %d opponents; %d × %,d draws)",
        m.version(),
        m.status().replace('_', ' '),
        m.rows(),
        m.matches(),
        m.players().size(),
        m.opponents().size(),
        m.chains(),
        m.draws());
    if (outcome.convergence() != null) {
      print("%s", outcome.convergence().sentence());
      if (!outcome.published()) {
        outcome.convergence().worst().stream()
            .limit(5)
            .map(ModelResults.Worst::of)
            .forEach(
                worst ->
                    print(
                        "  %-48s R-hat %s   bulk ESS %,.0f",
                        worst.parameter(), RhatText.of(worst.rhat(), 3), worst.essBulk()));
      }
      outcome.convergence().advice().forEach(advice -> print("→ %s", advice));
    }
    outcome.calibration().forEach((prop, c) -> print("%s", Tables.calibration(prop, c)));
    if (outcome.published()) {
      print(
          "%s",
          String.format(
              Locale.ROOT,
              "average ECE %.4f; one prediction %.3f ms",
              outcome.averageEce(),
              outcome.predictionMilliseconds()));
    }
    if (outcome.folder() != null) {
      print("%s", outcome.folder());
    }
    if (m.status().equals(TrainOutcome.STOPPED)) {
      print("→ The same command with --resume goes on where it stopped.");
    }
  }
}
