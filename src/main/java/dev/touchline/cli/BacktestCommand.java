/// `touchline backtest`: walks forward through matches and scores every model's forecasts.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.work.BacktestOutcome;
import dev.touchline.work.BacktestReport;
import dev.touchline.work.BacktestRequest;
import dev.touchline.work.BacktestStep;
import dev.touchline.work.Backtester;
import dev.touchline.work.Contenders;
import dev.touchline.work.StopRule;
import dev.touchline.work.TrainRequest;
import dev.touchline.work.UserFiles;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@picocli.CommandLine.Command(
    name = "backtest",
    description =
        "Walks forward through matches: at each step fits every model on what was known before it,"
            + " forecasts the step's matches, and scores the forecasts.",
    footer = {
      "",
      "Examples",
      "  touchline backtest --from 2018-06-25 --to 2018-07-16 --draws 500",
      "  touchline backtest --from 2017-11-01 --to 2018-05-31 --competition england --step round"
          + " --models team,shrunken,trees --report backtest.html",
      "",
      "Models",
      "  reference  all props learned together",
      "  minutes    that with an exponent on minutes",
      "  team       that with effects of the player's own team",
      "  single     the reference model, each prop learned alone",
      "  constant   the rate of the player's position",
      "  shrunken   the player's own rate, shrunken to his position's",
      "  trees      gradient-boosted Poisson trees",
      "",
      "Everything is kept in HOME/backtests/NAME: forecasts.csv has every forecast with its"
          + " scores,",
      "results.json all figures. An interrupted backtest exits 130 and goes on with --resume, to"
          + " the",
      "same result; more models may be named then. A fit that does not converge is named, and the",
      "backtest exits 4."
    })
final class BacktestCommand extends Command {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "First day that is forecast, such as 2017-11-01.")
  @SuppressWarnings("NullAway.Init")
  private String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "Last day that is forecast, inclusive.")
  @SuppressWarnings("NullAway.Init")
  private String to;

  @Option(
      names = "--train-start",
      paramLabel = "DATE",
      description = "First training day of every fit (default: the first day there is).")
  private @Nullable String trainStart;

  @Option(
      names = "--step",
      paramLabel = "7d|round",
      defaultValue = "7d",
      description =
          "How far to go at a time: a number of days, or round, which ends before a team would play"
              + " its second match of it or the calendar has a gap (default: 7d).")
  private String step = "7d";

  @Option(
      names = "--models",
      paramLabel = "NAMES",
      description =
          "Models, separated by commas (default: reference,minutes,constant,shrunken,trees).")
  private @Nullable String models;

  @Option(
      names = "--against",
      paramLabel = "MODEL",
      description = "The model that the others are set against (default: the first).")
  private @Nullable String against;

  @Option(
      names = "--line",
      paramLabel = "PROP=LINE",
      description = "Line of a prop for ECE and Brier score (default: 0.5).")
  private List<String> lines = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name under which it is kept (default: backtest- and the first day).")
  private @Nullable String name;

  @Option(
      names = "--resume",
      description = "Go on with the backtest of this name; begin where there is none.")
  private boolean resume;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report: .html, or .md with its chart as .svg beside it.")
  private @Nullable Path report;

  @Mixin private final LearningOptions learning = new LearningOptions();

  BacktestCommand(Session session) {
    super(session);
  }

  @Override
  boolean heedsStop() {
    return true;
  }

  @Override
  int run() {
    BacktestRequest request = request();
    if (report != null) {
      new ReportFile(report).requireWritable();
    }
    try (Workspace workspace = workspace();
        BacktestProgress progress = new BacktestProgress(session().err(), common.quiet)) {
      BacktestOutcome outcome =
          new Backtester(workspace).run(request, resume, progress, session().stop());
      if (report != null) {
        write(new ReportFile(report), outcome);
      }
      if (json()) {
        printJson(outcome);
      } else {
        new BacktestText(this::line).print(outcome);
        if (report != null) {
          print("%s", report);
        }
      }
      return outcome.converged() ? 0 : Fault.Kind.NOT_CONVERGED.exitCode();
    }
  }

  private void line(String text) {
    print("%s", text);
  }

  private BacktestRequest request() {
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    LocalDate start = optionalDate("--train-start", trainStart);
    List<String> names =
        models == null
            ? Contenders.USUAL
            : Arrays.stream(models.split(",", -1)).map(String::strip).toList();
    TrainRequest training =
        new TrainRequest(
            name == null ? "backtest-" + first : name,
            BacktestRequest.days(start, first, last),
            learning.props(),
            learning.competitions(),
            learning.sampler().settings(),
            learning.maxRhat(),
            0,
            StopRule.NONE);
    return new BacktestRequest(
        training,
        BacktestStep.parse(step),
        names,
        against == null ? names.getFirst() : against,
        LineOptions.single(lines),
        "touchline "
            + CompareCommand.withoutSecrets(spec.commandLine().getParseResult().originalArgs()));
  }

  private static void write(ReportFile file, BacktestOutcome outcome) {
    if (file.html()) {
      file.write(BacktestReport.html(outcome));
      return;
    }
    UserFiles.write(file.picture(), BacktestReport.chart(outcome));
    file.write(BacktestReport.markdown(outcome, file.picture().getFileName().toString()));
  }
}
