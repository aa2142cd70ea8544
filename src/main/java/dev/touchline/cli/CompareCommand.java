/// `touchline compare`: single-task against multi-task.
package dev.touchline.cli;

import dev.touchline.evaluate.ComparisonResult;
import dev.touchline.work.CompareOutcome;
import dev.touchline.work.CompareRequest;
import dev.touchline.work.Comparer;
import dev.touchline.work.ComparisonReport;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@picocli.CommandLine.Command(
    name = "compare",
    description =
        "Compares single-task models with the multi-task model on the same rows, features"
            + " and matches; trains what is missing.",
    footer = {
      "",
      "Example",
      "  touchline compare --train-start 2018-06-01 --train-end 2018-07-05 --val-end 2018-07-16"
          + " --report comparison.md"
    })
final class CompareCommand extends Command {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private final WindowOptions window = new WindowOptions();

  @Option(
      names = "--multi",
      paramLabel = "VERSION",
      description = "Multi-task version to compare (default: a fitting one, else one is trained).")
  private @Nullable String multi;

  @Option(
      names = "--version",
      paramLabel = "PREFIX",
      defaultValue = "compare",
      description = "Beginning of the names of versions that are trained (default: compare).")
  private String prefix = "compare";

  @Option(
      names = "--line",
      paramLabel = "PROP=LINE",
      description = "Line of a prop (default: 0.5).")
  private List<String> lines = new ArrayList<>();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report: .md for Markdown, .html for HTML.")
  private @Nullable Path report;

  CompareCommand(Session session) {
    super(session);
  }

  @Override
  boolean heedsStop() {
    return true;
  }

  @Override
  int run() {
    TrainRequest training = window.request(prefix);
    if (report != null) {
      new ReportFile(report).requireWritable();
    }
    String command =
        "touchline " + withoutSecrets(spec.commandLine().getParseResult().originalArgs());
    try (Workspace workspace = workspace();
        Progress progress = new Progress(session().err(), training.sampler(), common.quiet)) {
      CompareOutcome outcome =
          new Comparer(workspace)
              .compare(
                  new CompareRequest(multi, training, LineOptions.single(lines), command),
                  progress,
                  session().stop());
      if (report != null) {
        ReportFile file = new ReportFile(report);
        file.write(
            file.html() ? ComparisonReport.html(outcome) : ComparisonReport.markdown(outcome));
      }
      if (json()) {
        printJson(facts(outcome));
      } else {
        text(outcome);
      }
      return 0;
    }
  }

  /// The command for the report: the database's address may hold a password, and homes are private.
  static String withoutSecrets(List<String> arguments) {
    List<String> words = new ArrayList<>();
    boolean skip = false;
    for (String argument : arguments) {
      boolean secret = argument.matches("--(db|home)(=.*)?");
      if (!secret && !skip) {
        words.add(argument.matches("[\\w./,=:+-]+") ? argument : "\"" + argument + "\"");
      }
      skip = secret && !argument.contains("=");
    }
    return String.join(" ", words);
  }

  private Object facts(CompareOutcome outcome) {
    ComparisonResult result = outcome.result();
    Map<String, Object> props = new LinkedHashMap<>();
    result
        .props()
        .forEach(
            (prop, one) ->
                props.put(
                    prop.key(),
                    Facts.of(
                        "single",
                        one.single(),
                        "multi",
                        one.multi(),
                        "difference",
                        Facts.of(
                            "ece", one.ece(), "log_score", one.logScore(), "rps", one.rps()))));
    return Facts.of(
        "verdict", result.verdict().name().toLowerCase(Locale.ROOT),
        "sentence", result.sentence(),
        "rule",
            Facts.of(
                "multi_ece", result.multiEce(),
                "single_ece", result.singleEce(),
                "ratio", result.ratio(),
                "limit", result.limit(),
                "holds", result.ruleHolds()),
        "average_ece_difference", result.averageEceDifference(),
        "props", props,
        "rows", outcome.rows(),
        "matches", outcome.matches(),
        "features", outcome.features(),
        "data_hash", outcome.dataHash(),
        "versions", outcome.versions(),
        "seconds", outcome.seconds(),
        "report", report == null ? null : report.toString());
  }

  private void text(CompareOutcome outcome) {
    ComparisonResult result = outcome.result();
    print("%s", result.sentence());
    print(
        "%s",
        String.format(
            Locale.ROOT,
            "average ECE: multi-task %.4f, single-task %.4f, ratio %.3f (limit %.2f)",
            result.multiEce(),
            result.singleEce(),
            result.ratio(),
            result.limit()));
    print("%-6s %-10s %9s %9s   %s", "prop", "score", "single", "multi", "multi − single [95 %]");
    result
        .props()
        .forEach(
            (prop, one) -> {
              row(prop.label(), "ECE", one.single().ece(), one.multi().ece(), one.ece());
              row(
                  prop.label(),
                  "log score",
                  one.single().logScore(),
                  one.multi().logScore(),
                  one.logScore());
              row(prop.label(), "RPS", one.single().rps(), one.multi().rps(), one.rps());
            });
    if (report != null) {
      print("%s", report);
    }
  }

  private void row(
      String prop,
      String score,
      double single,
      double multi,
      ComparisonResult.Difference difference) {
    print(
        "%s",
        String.format(
            Locale.ROOT,
            "%-6s %-10s %9.4f %9.4f   %+.4f [%+.4f, %+.4f]",
            prop,
            score,
            single,
            multi,
            difference.value(),
            difference.low(),
            difference.high()));
  }
}
