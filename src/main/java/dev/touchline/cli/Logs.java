/// Sets up logging: standard error for people, a file in the home with stack traces.
package dev.touchline.cli;

import dev.touchline.fault.Fault;
import dev.touchline.work.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /// Libraries that talk too much.
  private static final List<String> CHATTY =
      List.of("org.flywaydb", "com.zaxxer.hikari", "io.jhdf", "org.nd4j", "org.bytedeco", "ucar");

  private static final int FILE_BYTES = 5_000_000;
  private static final int OLD_FILES = 4;

  private Logs() {}

  static void configure(PrintStream err, Home home, boolean quiet, boolean verbose) {
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
    root.addHandler(new Screen(err, level, List.copyOf(held)));
    try {
      root.addHandler(file(home.logs()));
    } catch (IOException | Fault e) {
      err.println("No log file can be written: " + e.getMessage());
    }
  }

  /// The log file, begun anew when it has grown large; older ones are numbered.
  private static Handler file(Path folder) throws IOException {
    Path current = folder.resolve("touchline.log");
    if (Files.exists(current) && Files.size(current) > FILE_BYTES) {
      for (int i = OLD_FILES; i > 0; i--) {
        Path from = i == 1 ? current : folder.resolve("touchline." + (i - 1) + ".log");
        if (Files.exists(from)) {
          Files.move(
              from, folder.resolve("touchline." + i + ".log"), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    // A percent sign begins a pattern there, so one in the folder's name is doubled.
    FileHandler file = new FileHandler(current.toString().replace("%", "%%"), 0, 1, true);
    file.setFormatter(new Line(true));
    file.setEncoding("UTF-8");
    file.setLevel(Level.FINE);
    return file;
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
      return Secrets.strike(line.toString());
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

    Screen(PrintStream err, Level level, List<Logger> held) {
      this.err = err;
      this.held = held;
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
