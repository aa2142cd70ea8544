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
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Lines are `time - logger - LEVEL - message`.
final class Logs {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

  /// Libraries that talk too much; held here, since loggers without holders are forgotten.
  private static final List<String> CHATTY =
      List.of("org.flywaydb", "com.zaxxer.hikari", "io.jhdf", "org.nd4j", "org.bytedeco", "ucar");

  private static final int FILE_BYTES = 5_000_000;
  private static final int FILES = 5;

  private Logs() {}

  static void configure(PrintStream err, Home home, boolean quiet, boolean verbose) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(verbose ? Level.FINE : Level.INFO);
    root.addHandler(new Screen(err, quiet ? Level.WARNING : verbose ? Level.FINE : Level.INFO));
    List<Logger> held = new ArrayList<>();
    for (String name : CHATTY) {
      Logger logger = Logger.getLogger(name);
      logger.setLevel(Level.WARNING);
      held.add(logger);
    }
    root.setFilter(record -> !held.isEmpty());
    try {
      FileHandler file =
          new FileHandler(home.logs().resolve("touchline.log").toString(), FILE_BYTES, FILES, true);
      file.setFormatter(new Line(true));
      file.setEncoding("UTF-8");
      root.addHandler(file);
    } catch (IOException | Fault e) {
      err.println("No log file can be written: " + e.getMessage());
    }
  }

  /// Closes the log file.
  static void close() {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.close();
    }
  }

  /// One line a record; the file gets the stack trace too.
  private static final class Line extends Formatter {
    private final boolean traces;

    Line(boolean traces) {
      this.traces = traces;
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
      return line.toString();
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

    Screen(PrintStream err, Level level) {
      this.err = err;
      setLevel(level);
      setFormatter(new Line(false));
    }

    @Override
    public void publish(LogRecord record) {
      if (isLoggable(record)) {
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
