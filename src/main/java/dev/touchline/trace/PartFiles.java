/// The files of a trace while they are written: beside their place, until all of them are whole.
package dev.touchline.trace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file for everything, or, in a format without groups, `trace.nc` for the posterior and one
/// [#companion] for each other group. Each gets its [Seal]; the companions take their places first,
/// so that whoever finds the main file finds them too.
final class PartFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PartFiles.class);
  private static final String SUFFIX = ".nc";

  private final Path target;

  /// Part → the place that it will take.
  private final Map<Path, Path> companions = new LinkedHashMap<>();

  PartFiles(Path target) {
    this.target = target;
  }

  /// Where the file of the trace's own name is written.
  Path main() {
    return part(target);
  }

  /// Where the file of another group is written.
  Path companion(String group) {
    Path place = companion(target, group);
    companions.put(part(place), place);
    return part(place);
  }

  /// The file of a group that belongs to a trace: `trace.sample_stats.nc` to `trace.nc`.
  static Path companion(Path file, String group) {
    String name = String.valueOf(file.getFileName());
    String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    return file.resolveSibling(stem + "." + group + SUFFIX);
  }

  private static Path part(Path place) {
    return place.resolveSibling(place.getFileName() + ".part");
  }

  /// Seals the main file and moves all to their places, each by one atomic rename. The companions
  /// have been sealed by the engine, which notes their seals in the main file.
  void publish() throws IOException {
    Seal.put(main());
    for (Map.Entry<Path, Path> companion : companions.entrySet()) {
      move(companion.getKey(), companion.getValue());
    }
    move(main(), target);
    // The rename itself is safe only when the folder is on the disk; not every system can do it.
    try (FileChannel folder =
        FileChannel.open(Objects.requireNonNull(target.getParent()), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      LOG.debug("folder not forced to disk: {}", e.toString());
    }
  }

  /// Removes what is there, so that another engine may begin anew.
  void discard() {
    remove(main());
    companions.keySet().forEach(PartFiles::remove);
    companions.clear();
  }

  private static void move(Path part, Path place) throws IOException {
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", part, e.toString());
    }
  }
}
