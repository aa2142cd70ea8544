/// The command line: commands, errors, exit codes.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.mcmc.StopSignal;
import dev.touchline.work.Home;
import dev.touchline.work.Software;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Runs one command line. Nothing here touches the process: streams, environment and stop signal
/// come from outside, the exit code is the answer.
public final class CommandLineProgram {
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final StopSignal stop;
  private final AtomicBoolean heedsStop = new AtomicBoolean();

  /// A program over these streams.
  public CommandLineProgram(
      Map<String, String> environment, PrintStream out, PrintStream err, StopSignal stop) {
    this.environment = environment;
    this.out = out;
    this.err = err;
    this.stop = stop;
  }

  /// Whether the running command ends in good order when the stop signal is set, so that it should
  /// be waited for.
  public boolean heedsStop() {
    return heedsStop.get();
  }

  /// Runs a command line and answers its exit code.
  public int run(String... arguments) {
    List<String> given = List.of(arguments);
    if (given.equals(List.of("--version"))) {
      // Asked by scripts and installers; needs none of the commands.
      out.println(version());
      return 0;
    }
    Run run = new Run(given);
    try {
      return run.execute();
    } catch (Throwable e) {
      // Errors of the Java machine are failures that users get a sentence for, too.
      return run.failed(e);
    } finally {
      closeLogs();
    }
  }

  /// Where memory had run out before there were logs, there is nothing to close; the failure itself
  /// has been told.
  private void closeLogs() {
    try {
      Logs.close();
    } catch (LinkageError e) {
      err.println("There is no log of this: " + e.getClass().getSimpleName());
    }
  }

  static String version() {
    return "Touchline " + Software.version();
  }

  /// One run with its arguments.
  private final class Run {
    private final List<String> arguments;
    private final boolean json;
    private final Secrets secrets;

    Run(List<String> arguments) {
      this.arguments = arguments;
      json = arguments.contains("--json");
      secrets = Secrets.of(arguments, environment);
    }

    int execute() {
      CommandLine line =
          Commands.of(
              new Session(environment, out, err, stop, heedsStop, secrets),
              arguments.isEmpty() ? "" : arguments.getFirst());
      line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
      line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
      line.setParameterExceptionHandler((e, args) -> wrongUsage(e));
      line.setExecutionExceptionHandler((e, command, result) -> failed(e));
      line.setCaseInsensitiveEnumValuesAllowed(true);
      return line.execute(arguments.toArray(String[]::new));
    }

    private int wrongUsage(CommandLine.ParameterException e) {
      String message = e.getMessage() == null ? "The command line makes no sense." : e.getMessage();
      String first = arguments.isEmpty() ? "" : arguments.getFirst().replaceFirst("=.*", "");
      if (first.equals("--home") || first.equals("--db")) {
        return report(
            new Fault(
                Fault.Kind.USAGE,
                first + " stands before a command, or has no value.",
                "Write it after the command, as in touchline doctor "
                    + first
                    + " …; without a command the workbench opens."));
      }
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      return report(new Fault(Fault.Kind.USAGE, message, "See " + command + " --help."));
    }

    int failed(Throwable e) {
      Fault fault = Failures.of(e);
      try {
        log(fault, e);
      } catch (RuntimeException | Error unloggable) {
        err.println("The failure cannot be logged: " + unloggable.getClass().getSimpleName());
      }
      return report(fault);
    }

    /// The file gets the stack trace, also where it all failed before logging was set up.
    private void log(Fault fault, Throwable e) {
      if (!Logs.configured()) {
        Logs.configure(err, home(), secrets, true, false);
      }
      Logger log = LoggerFactory.getLogger(Logs.FILE_ONLY);
      if (fault == e && fault.kind() != Fault.Kind.DEFECT) {
        log.debug("fault", e);
      } else {
        log.error("unexpected failure", e);
      }
    }

    private Home home() {
      String folder = null;
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i).startsWith("--home=")) {
          folder = arguments.get(i).substring("--home=".length());
        } else if (arguments.get(i).equals("--home") && i + 1 < arguments.size()) {
          folder = arguments.get(i + 1);
        }
      }
      boolean named = folder != null && !folder.isBlank() && !folder.startsWith("-");
      return Home.of(named && folder != null ? Path.of(folder) : null, environment);
    }

    private int report(Fault fault) {
      String message = secrets.strike(String.valueOf(fault.getMessage()));
      String remedy = secrets.strike(fault.remedy());
      if (json) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", fault.kind().name().toLowerCase(Locale.ROOT));
        error.put("message", message);
        error.put("remedy", remedy);
        error.put("page", fault.kind().page());
        error.put("details", secrets.strike((Object) fault.details()));
        out.println(Command.json(Map.of("error", error)));
      } else {
        err.println("Error: " + message);
        String page = fault.kind().page().replace(".md", "");
        err.println("       " + remedy + " More: touchline help " + page);
      }
      return fault.kind().exitCode();
    }
  }
}
