/// `touchline data …`: rows in, out and counted.
package dev.touchline.cli;

import dev.touchline.data.ImportOptions;
import dev.touchline.data.ImportReport;
import dev.touchline.data.Rejection;
import dev.touchline.data.RowQuery;
import dev.touchline.data.StoreStatus;
import dev.touchline.fault.Fault;
import dev.touchline.work.TrainedRows;
import dev.touchline.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@picocli.CommandLine.Command(
    name = "data",
    synopsisSubcommandLabel = "COMMAND",
    description = "Imports, counts and exports player-match rows.",
    footer = {"", "Example: touchline data import season.csv"})
final class DataCommands implements Runnable {
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
      name = "import",
      description = "Reads files, folders or zips into the database; twice changes nothing.",
      footer = {"", "Example: touchline data import season.csv"})
  static final class Import extends Command {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders or zips.")
    private List<Path> paths = new ArrayList<>();

    @Option(
        names = "--format",
        defaultValue = "auto",
        description = "auto, csv, statsbomb or wyscout (default: auto).")
    private String format = "auto";

    @Option(
        names = "--competition",
        paramLabel = "KEY",
        description = "Key to store event data under (default: the provider's own).")
    private @Nullable String competition;

    Import(Session session) {
      super(session);
    }

    @Override
    boolean heedsStop() {
      return true;
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        ImportReport report =
            workspace
                .rows()
                .importPaths(
                    paths,
                    new ImportOptions(format, competition),
                    (file, rows) -> {},
                    () -> session().stop().stopRequested());
        return show(this, report);
      }
    }
  }

  @picocli.CommandLine.Command(
      name = "sample",
      description = "Loads the simulated sample tournament (again).",
      footer = {"", "Example: touchline data sample"})
  static final class Sample extends Command {
    Sample(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        return show(this, workspace.rows().loadSample());
      }
    }
  }

  @picocli.CommandLine.Command(
      name = "export",
      description = "Writes player-match rows as CSV.",
      footer = {
        "",
        "Examples: touchline data export rows.csv --from 2018-06-01",
        "          touchline data export seen.csv --version v1.0.0"
      })
  static final class Export extends Command {
    @Parameters(paramLabel = "FILE.csv", description = "The file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--from", paramLabel = "DATE", description = "First day.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, inclusive.")
    private @Nullable String to;

    @Option(names = "--competition", paramLabel = "KEY", description = "Competition; repeatable.")
    private List<String> competitions = new ArrayList<>();

    @Option(
        names = "--features",
        description = "Add the features that the model sees; merged players have their kept id.")
    private boolean features;

    @Option(
        names = "--version",
        paramLabel = "V",
        description = "Exactly the rows and features that this version was trained and judged on.")
    private @Nullable String version;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Export(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        long rows = write(workspace);
        if (json()) {
          printJson(Facts.of("file", file.toString(), "rows", rows));
        } else {
          print("%,d rows written to %s", rows, file);
        }
        return 0;
      }
    }

    private long write(Workspace workspace) {
      if (version != null) {
        if (from != null || to != null || !competitions.isEmpty()) {
          throw new ParameterException(
              spec.commandLine(),
              "--version says which days and competitions: leave --from, --to and --competition"
                  + " out.");
        }
        return new TrainedRows(workspace).export(version, file);
      }
      RowQuery query =
          new RowQuery(optionalDate("--from", from), optionalDate("--to", to), competitions);
      return features
          ? workspace.rows().exportFeatures(query, file)
          : workspace.rows().export(query, file);
    }
  }

  @picocli.CommandLine.Command(
      name = "status",
      description = "Counts rows, matches and players by competition, and lists what looks wrong.",
      footer = {"", "Example: touchline data status --json"})
  static final class Status extends Command {
    Status(Session session) {
      super(session);
    }

    @Override
    int run() {
      try (Workspace workspace = workspace()) {
        StoreStatus status = workspace.rows().status();
        if (json()) {
          printJson(status);
          return 0;
        }
        print("Database: %s", status.database());
        print("%-24s %10s %8s %8s   %s", "competition", "rows", "matches", "players", "days");
        for (StoreStatus.CompetitionStatus one : status.competitions()) {
          print(
              "%-24s %,10d %,8d %,8d   %s to %s",
              one.competition(),
              one.rows(),
              one.matches(),
              one.players(),
              one.firstDay(),
              one.lastDay());
        }
        print("%-24s %,10d %,8d %,8d", "all", status.rows(), status.matches(), status.players());
        for (StoreStatus.DataProblem problem : status.problems()) {
          print("! %s %s", problem.message(), problem.remedy());
          problem.examples().forEach(example -> print("    %s", example));
        }
        return 0;
      }
    }
  }

  /// Prints a report; rejected lines make the exit code 3.
  private static int show(Command command, ImportReport report) {
    if (command.json()) {
      command.printJson(
          Facts.of(
              "files", report.files(),
              "read", report.read(),
              "new", report.added(),
              "updated", report.updated(),
              "unchanged", report.unchanged(),
              "matches", report.matches(),
              "rejected", report.rejected(),
              "notes", report.notes()));
    } else {
      command.print(
          "%,d rows read in %d matches: %,d new, %,d updated, %,d unchanged, %,d rejected",
          report.read(),
          report.matches(),
          report.added(),
          report.updated(),
          report.unchanged(),
          report.rejected().size());
      report.notes().forEach(note -> command.print("Note: %s", note));
      for (Rejection rejection : report.rejected()) {
        command.print(
            "Rejected: %s%s%s: %s",
            rejection.file(),
            rejection.line() == 0 ? "" : ", line " + rejection.line(),
            rejection.column().isEmpty() ? "" : ", column " + rejection.column(),
            rejection.reason());
      }
    }
    return report.rejected().isEmpty() ? 0 : Fault.Kind.DATA.exitCode();
  }
}
