/// The folder that holds everything Touchline keeps.
package dev.touchline.work;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A home directory: database, models, runs that were not published, checkpoints, backtests, logs,
/// settings.
///
/// @param root the folder itself
public record Home(Path root) {

  /// The home that was asked for: the option, else `TOUCHLINE_HOME`, else the platform's data
  /// folder.
  public static Home of(@Nullable Path option, Map<String, String> environment) {
    if (option != null) {
      return new Home(option.toAbsolutePath().normalize());
    }
    String asked = environment.get("TOUCHLINE_HOME");
    if (asked != null && !asked.isBlank()) {
      return new Home(Path.of(asked).toAbsolutePath().normalize());
    }
    return new Home(platformFolder(environment).toAbsolutePath().normalize());
  }

  private static Path platformFolder(Map<String, String> environment) {
    Path user = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      String local = environment.get("LOCALAPPDATA");
      return (local == null ? user.resolve("AppData").resolve("Local") : Path.of(local))
          .resolve("Touchline");
    }
    if (system.contains("mac")) {
      return user.resolve("Library").resolve("Application Support").resolve("Touchline");
    }
    String data = environment.get("XDG_DATA_HOME");
    return (data == null || data.isBlank()
            ? user.resolve(".local").resolve("share")
            : Path.of(data))
        .resolve("touchline");
  }

  /// Published versions.
  public Path models() {
    return folder("models");
  }

  /// Runs that did not converge or were stopped, with what they left.
  public Path unpublished() {
    return folder("unpublished");
  }

  /// Checkpoints of runs.
  public Path checkpoints() {
    return folder("checkpoints");
  }

  /// Backtests, finished and interrupted.
  public Path backtests() {
    return folder("backtests");
  }

  /// Log files.
  public Path logs() {
    return folder("logs");
  }

  private Path folder(String name) {
    Path folder = root.resolve(name);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.STORAGE,
          "The folder " + folder + " cannot be made.",
          "Choose another home with --home, or make it writable.",
          e);
    }
    return folder;
  }
}
