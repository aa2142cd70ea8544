/// The tree of commands.
package dev.touchline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// Builds the commands that a command line needs: where it names one, that one alone, because every
/// command brings the classes of its use case with it.
final class Commands {
  private Commands() {}

  /// The commands for a line that begins with a word.
  static CommandLine of(Session session, String first) {
    CommandLine line = new CommandLine(new Root());
    line.getCommandSpec().version(CommandLineProgram.version());
    Map<String, Supplier<CommandLine>> all = all(session);
    Supplier<CommandLine> named = all.get(first);
    if (named != null) {
      line.addSubcommand(first, named.get());
    } else {
      all.forEach((name, command) -> line.addSubcommand(name, command.get()));
    }
    HelpText.complete(line);
    return line;
  }

  private static Map<String, Supplier<CommandLine>> all(Session session) {
    Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
    all.put(
        "data",
        () ->
            new CommandLine(new DataCommands())
                .addSubcommand("import", new DataCommands.Import(session))
                .addSubcommand("status", new DataCommands.Status(session))
                .addSubcommand("export", new DataCommands.Export(session))
                .addSubcommand("merge", new MergeCommand(session))
                .addSubcommand("backup", new BackupCommands.Backup(session))
                .addSubcommand("restore", new BackupCommands.Restore(session))
                .addSubcommand("sample", new DataCommands.Sample(session)));
    all.put("train", () -> new CommandLine(new TrainCommand(session)));
    all.put("evaluate", () -> new CommandLine(new EvaluateCommand(session)));
    all.put("compare", () -> new CommandLine(new CompareCommand(session)));
    all.put("backtest", () -> new CommandLine(new BacktestCommand(session)));
    all.put("predict", () -> new CommandLine(new PredictCommand(session)));
    all.put(
        "models",
        () ->
            new CommandLine(new ModelCommands())
                .addSubcommand("list", new ModelCommands.ListAll(session))
                .addSubcommand("show", new ModelCommands.Show(session))
                .addSubcommand("delete", new ModelCommands.Delete(session))
                .addSubcommand("prune", new ModelCommands.Prune(session))
                .addSubcommand("serve", new ModelCommands.Serve(session))
                .addSubcommand("verify", new ModelCommands.Verify(session)));
    all.put("diagnose", () -> new CommandLine(new DiagnoseCommand(session)));
    all.put(
        "bench",
        () ->
            new CommandLine(new BenchCommands())
                .addSubcommand("sampling", new BenchCommands.Sampling(session))
                .addSubcommand("gradient", new GradientBenchCommand(session))
                .addSubcommand("predict", new PredictBenchCommand(session)));
    all.put("doctor", () -> new CommandLine(new DoctorCommand(session)));
    all.put("help", () -> new CommandLine(new HelpCommand(session)));
    return all;
  }
}
