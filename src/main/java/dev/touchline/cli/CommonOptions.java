/// Options that every command has.
package dev.touchline.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Filled by picocli.
final class CommonOptions {
  /// What `--home` without a folder is read as; `predict` takes it for "at home".
  static final String BARE = "<bare>";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = BARE,
      description =
          "Where database, models and logs are kept (default: TOUCHLINE_HOME, else the platform's"
              + " data folder).")
  List<String> home = new ArrayList<>();

  @Option(
      names = "--db",
      paramLabel = "URL",
      description =
          "Database: jdbc:postgresql://… or postgresql://user:secret@host/db (default: TOUCHLINE_DB,"
              + " else the embedded database in the home).")
  @Nullable String db;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Wait so long where another Touchline uses the embedded database or trains the same"
              + " version (default: 0).")
  int wait;

  @Option(names = "--json", description = "Print one JSON document and nothing else.")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Log warnings and errors only.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log details.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
