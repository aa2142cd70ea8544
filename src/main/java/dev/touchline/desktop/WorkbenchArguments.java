/// The command lines that open the workbench instead of running a command.
package dev.touchline.desktop;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `touchline [--home DIR] [--db URL] [FILE.nc]`: nothing at all, or what stands beside commands,
/// too, and the one file that a file manager opens.
///
/// @param environment variables as if the options had been given by them
/// @param trace the trace to open, null where none is named
public record WorkbenchArguments(Map<String, String> environment, @Nullable Path trace) {
  private static final Map<String, String> VARIABLES =
      Map.of("--home", "TOUCHLINE_HOME", "--db", "TOUCHLINE_DB");

  /// What the arguments say; null where they are a command, or make no sense, which commands tell.
  public static @Nullable WorkbenchArguments of(Map<String, String> environment, String... args) {
    Map<String, String> variables = new HashMap<>(environment);
    int next = 0;
    while (next < args.length && args[next].startsWith("-")) {
      int equals = args[next].indexOf('=');
      String option = equals < 0 ? args[next] : args[next].substring(0, equals);
      String variable = VARIABLES.get(option);
      if (equals < 0) {
        next++;
      }
      if (variable == null || next == args.length) {
        return null;
      }
      String value = args[next++].substring(equals + 1);
      if (value.isBlank() || value.startsWith("-")) {
        return null;
      }
      variables.put(variable, value);
    }
    if (next == args.length) {
      return new WorkbenchArguments(Map.copyOf(variables), null);
    }
    return next == args.length - 1 && args[next].endsWith(".nc")
        ? new WorkbenchArguments(Map.copyOf(variables), Path.of(args[next]))
        : null;
  }
}
