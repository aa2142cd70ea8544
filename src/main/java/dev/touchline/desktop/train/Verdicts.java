/// Words for a run, while it runs and at its end.
package dev.touchline.desktop.train;

import dev.touchline.desktop.part.Advice;
import dev.touchline.desktop.part.Digits;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.Judge;
import dev.touchline.evaluate.CalibrationGate;
import dev.touchline.work.TrainOutcome;
import dev.touchline.work.TrainRequest;

/// Turns reports into verdicts.
final class Verdicts {
  private Verdicts() {}

  /// While chains run.
  static Verdict soFar(ConvergenceReport report, int chains) {
    double ess = Math.min(report.minEssBulk(), report.minEssTail());
    double target = Judge.CAUTION_ESS_PER_CHAIN * chains;
    boolean gate = report.maxRhat() <= TrainRequest.MAX_RHAT;
    boolean mixed = report.maxRhat() <= Judge.CAUTION_RHAT;
    boolean good = mixed && ess >= target;
    String worst = report.worst().isEmpty() ? "" : "Worst: " + report.worst().getFirst().name();
    return new Verdict(
        "R-hat " + Digits.rhat(report.maxRhat()),
        good ? "good" : gate ? "caution" : "bad",
        "%s. %s Smallest ESS %s, target %s."
            .formatted(
                worst,
                good
                    ? "Would pass as it is."
                    : mixed
                        ? "The chains agree; the effective draws are too few yet."
                        : gate
                            ? "Would pass the gate of 1.05; not yet 1.01."
                            : "Would not pass the gate of 1.05 yet.",
                Digits.ess(ess, target),
                Digits.whole(target)));
  }

  /// At the end: may it be used, and if not what to change.
  static Verdict of(TrainOutcome outcome) {
    String version = outcome.metadata().version();
    ConvergenceReport report = outcome.convergence();
    String sentence = report == null ? "No draws were left to judge." : report.sentence();
    String advice = report == null ? "" : " " + String.join(" ", Advice.inWindow(report.advice()));
    if (outcome.published()) {
      boolean converged = report != null && report.verdict() == ConvergenceReport.Verdict.CONVERGED;
      boolean calibrated = outcome.averageEce() <= CalibrationGate.ECE;
      return new Verdict(
          converged && calibrated ? version + " may be used" : version + ": look closer",
          converged && calibrated ? "good" : "caution",
          "%s Average ECE %s%s.%s"
              .formatted(
                  sentence,
                  Digits.ece(outcome.averageEce(), 4),
                  calibrated ? "" : ", above 0.05",
                  advice));
    }
    boolean stopped = outcome.metadata().status().equals(TrainOutcome.STOPPED);
    String kept =
        outcome.folder() == null ? "" : " Its draws are kept in " + outcome.folder() + ".";
    return new Verdict(
        stopped ? version + " was stopped" : version + " must not be used",
        stopped ? "caution" : "bad",
        sentence + advice + " Nothing was published." + kept);
  }
}
