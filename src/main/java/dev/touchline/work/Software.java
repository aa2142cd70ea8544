/// What software made a file.
package dev.touchline.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Versions of the program and its surroundings.
public final class Software {
  private Software() {}

  /// Touchline's version.
  public static String version() {
    return Objects.requireNonNullElse(
        Software.class.getPackage().getImplementationVersion(), "development");
  }

  /// Versions by name: touchline, java, os.
  public static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("touchline", version());
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
