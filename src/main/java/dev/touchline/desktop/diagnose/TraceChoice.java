/// The traces of the home that can be chosen.
package dev.touchline.desktop.diagnose;

import dev.touchline.work.StoredModel;
import dev.touchline.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param files versions, newest first, then unpublished runs: name → trace file
/// @param checked names of the versions whose predictive checks can be made: published and whole
/// @param first the one to begin with, null where there is none
/// @param stamps what the files are like now
record TraceChoice(
    Map<String, Path> files, Set<String> checked, @Nullable String first, Map<Path, Stamp> stamps) {
  private static final String TRACE = "trace.nc";

  /// Lists them; damaged versions too, so that what is wrong can be seen.
  static TraceChoice list(Workspace workspace) {
    Map<String, Path> files = new LinkedHashMap<>();
    Set<String> checked = new HashSet<>();
    String served = null;
    for (StoredModel stored : workspace.models().list()) {
      files.put(stored.version(), stored.folder().resolve(TRACE));
      if (stored.damage() == null && stored.metadata() != null) {
        checked.add(stored.version());
      }
      served = stored.served() ? stored.version() : served;
    }
    for (StoredModel run : workspace.models().unpublished()) {
      Path file = run.folder().resolve(TRACE);
      if (Files.isRegularFile(file)) {
        files.put(run.version() + " (unpublished)", file);
      }
    }
    Map<Path, Stamp> stamps = new LinkedHashMap<>();
    files.values().forEach(file -> stamps.put(file, Stamp.of(file)));
    String first =
        served != null ? served : files.isEmpty() ? null : files.keySet().iterator().next();
    return new TraceChoice(files, checked, first, stamps);
  }

  /// The name of a file of the home, null for another.
  @Nullable String name(Path file) {
    return files.entrySet().stream()
        .filter(entry -> entry.getValue().equals(file))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
