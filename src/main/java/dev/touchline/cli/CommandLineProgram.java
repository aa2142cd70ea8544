/// The command line: commands, errors, exit codes.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.Software;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Runs one command line. Nothing here touches the process: streams, environment and stop signal
/// come from outside, the exit code is the answer.
public final class CommandLineProgram {
  private final Session session;

  /// A program over these streams.
  public CommandLineProgram(
      Map<String, String> environment, PrintStream out, PrintStream err, StopSignal stop) {
    session = new Session(environment, out, err, stop, new AtomicBoolean());
  }

  /// Whether the running command ends in good order when the stop signal is set, so that it should
  /// be waited for.
  public boolean heedsStop() {
    return session.heedsStop().get();
  }

  /// Runs a command line and answers its exit code.
  public int run(String... arguments) {
    boolean json = Arrays.asList(arguments).contains("--json");
    CommandLine line = commands();
    line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, args) -> wrongUsage(e, json));
    line.setExecutionExceptionHandler((e, command, result) -> failed(e, json));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      return line.execute(arguments);
    } catch (Error e) {
      // Memory that ran out, a native library that does not load: users get a sentence for these
      // too.
      return failed(e, json);
    } finally {
      Logs.close();
    }
  }

  private CommandLine commands() {
    CommandLine line = new CommandLine(new Root());
    line.getCommandSpec().version("Touchline " + Software.version());
    line.addSubcommand(
        "data",
        new CommandLine(new DataCommands())
            .addSubcommand("import", new DataCommands.Import(session))
            .addSubcommand("status", new DataCommands.Status(session))
            .addSubcommand("export", new DataCommands.Export(session))
            .addSubcommand("sample", new DataCommands.Sample(session)));
    line.addSubcommand("train", new TrainCommand(session));
    line.addSubcommand("evaluate", new EvaluateCommand(session));
    line.addSubcommand("compare", new CompareCommand(session));
    line.addSubcommand("predict", new PredictCommand(session));
    line.addSubcommand(
        "models",
        new CommandLine(new ModelCommands())
            .addSubcommand("list", new ModelCommands.ListAll(session))
            .addSubcommand("show", new ModelCommands.Show(session))
            .addSubcommand("delete", new ModelCommands.Delete(session))
            .addSubcommand("prune", new ModelCommands.Prune(session))
            .addSubcommand("serve", new ModelCommands.Serve(session))
            .addSubcommand("verify", new ModelCommands.Verify(session)));
    line.addSubcommand("diagnose", new DiagnoseCommand(session));
    line.addSubcommand(
        "bench",
        new CommandLine(new BenchCommands())
            .addSubcommand("sampling", new BenchCommands.Sampling(session)));
    line.addSubcommand("doctor", new DoctorCommand(session));
    HelpText.complete(line);
    return line;
  }

  private int wrongUsage(CommandLine.ParameterException e, boolean json) {
    String message = e.getMessage() == null ? "The command line makes no sense." : e.getMessage();
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return report(new Fault(Fault.Kind.USAGE, message, "See " + command + " --help."), json);
  }

  private int failed(Throwable e, boolean json) {
    Logger log = LoggerFactory.getLogger(CommandLineProgram.class);
    if (e instanceof Fault fault) {
      log.debug("fault", e);
      return report(fault, json);
    }
    if (e instanceof OutOfMemoryError) {
      return report(
          new Fault(
              Fault.Kind.MEMORY,
              "Memory ran out.",
              "Take fewer draws or samples, or give the program more memory"
                  + " (TOUCHLINE_OPTS=-Xmx8g)."),
          json);
    }
    log.error("unexpected failure", e);
    return report(
        new Fault(
            Fault.Kind.DEFECT,
            "Touchline failed unexpectedly: " + oneLine(e),
            "Please report this with the log file in the home's logs folder."),
        json);
  }

  private static String oneLine(Throwable e) {
    return e.toString().lines().findFirst().orElse("").strip();
  }

  private int report(Fault fault, boolean json) {
    String message = Secrets.strike(String.valueOf(fault.getMessage()));
    if (json) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("code", fault.kind().name().toLowerCase(Locale.ROOT));
      error.put("message", message);
      error.put("remedy", fault.remedy());
      error.put("details", fault.details());
      session.out().println(Command.json(Map.of("error", error)));
    } else {
      session.err().println("Error: " + message);
      session.err().println("       " + fault.remedy());
    }
    return fault.kind().exitCode();
  }
}
