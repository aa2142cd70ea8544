/// Sets up logging: standard error for people, a file in the home with stack traces.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.work.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Lines are `time - logger - LEVEL - message`.
public final class Logs {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

  /// Libraries that talk too much.
  private static final List<String> CHATTY =
      List.of("org.flywaydb", "com.zaxxer.hikari", "io.jhdf", "org.nd4j", "org.bytedeco", "ucar");

  /// What this logger says goes to the file alone.
  static final String FILE_ONLY = "dev.touchline.cli.failure";

  private Logs() {}

  static void configure(
      PrintStream err, Home home, Secrets secrets, boolean quiet, boolean verbose) {
    LogManager.getLogManager().reset();
    Level level = quiet ? Level.WARNING : verbose ? Level.FINE : Level.INFO;
    Logger root = Logger.getLogger("");
    Logger own = Logger.getLogger("dev.touchline");
    List<Logger> held = new ArrayList<>(List.of(own));
    root.setLevel(Level.INFO);
    // The file gets the details, with stack traces, whatever the screen shows.
    own.setLevel(Level.FINE);
    for (String name : CHATTY) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.WARNING);
      held.add(logger);
    }
    root.addHandler(new Screen(err, level, secrets, List.copyOf(held)));
    try {
      LogFile file = new LogFile(home.logs(), new Line(true, secrets), err, LogFile.LARGE);
      file.setLevel(Level.FINE);
      root.addHandler(file);
    } catch (IOException | Fault e) {
      err.println("No log file can be written: " + e.getMessage());
    }
  }

  /// For the workbench: warnings to standard error, details to the log file of the home; what is in
  /// the environment as a secret is struck out.
  public static void forWorkbench(PrintStream err, Home home, Map<String, String> environment) {
    configure(err, home, Secrets.of(List.of(), environment), true, false);
  }

  /// Whether logging has been set up and not been closed.
  static boolean configured() {
    return Stream.of(Logger.getLogger("").getHandlers()).anyMatch(Screen.class::isInstance);
  }

  /// Closes the log file.
  static void close() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      handler.close();
      root.removeHandler(handler);
    }
  }

  /// One line a record; the file gets the stack trace too.
  private static final class Line extends Formatter {
    private final boolean traces;
    private final Secrets secrets;

    Line(boolean traces, Secrets secrets) {
      this.traces = traces;
      this.secrets = secrets;
    }

    @Override
    public String format(LogRecord record) {
      String name = record.getLoggerName() == null ? "" : record.getLoggerName();
      StringBuilder line = new StringBuilder();
      line.append(TIME.format(record.getInstant()))
          .append(" - ")
          .append(name.substring(name.lastIndexOf('.') + 1))
          .append(" - ")
          .append(level(record.getLevel()))
          .append(" - ")
          .append(formatMessage(record))
          .append(System.lineSeparator());
      Throwable thrown = record.getThrown();
      if (traces && thrown != null) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        line.append(text);
      }
      return secrets.strike(line.toString());
    }

    private static String level(Level level) {
      if (level.intValue() >= Level.SEVERE.intValue()) {
        return "ERROR";
      }
      if (level.intValue() >= Level.WARNING.intValue()) {
        return "WARNING";
      }
      return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
  }

  private static final class Screen extends Handler {
    private final PrintStream err;

    /// Loggers without holders are forgotten, and their levels with them.
    @SuppressWarnings("unused")
    private final List<Logger> held;

    Screen(PrintStream err, Level level, Secrets secrets, List<Logger> held) {
      this.err = err;
      this.held = held;
      setLevel(level);
      setFormatter(new Line(false, secrets));
    }

    @Override
    public void publish(LogRecord record) {
      if (isLoggable(record) && !FILE_ONLY.equals(record.getLoggerName())) {
        err.print(getFormatter().format(record));
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {
      flush();
    }
  }
}
