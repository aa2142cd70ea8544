/// Finds at the start what programs that died left half written, and puts it aside.
package dev.touchline.work;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What may hold something of value goes to `HOME/recovered/`; deletions that were cut short are
/// finished. A home that may only be read stays as it is.
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Home home;

  /// Of a home.
  public Recovery(Home home) {
    this.home = home;
  }

  /// Looks and mends; says what was done, one sentence each, usually nothing.
  public List<String> run() {
    List<String> told = new ArrayList<>();
    for (String parent : List.of("models", "unpublished")) {
      for (Path hidden : hidden(home.root().resolve(parent))) {
        try {
          mend(hidden, told);
        } catch (IOException | Fault e) {
          LOG.debug("{} stays as it is", hidden, e);
        }
      }
    }
    finishedRuns(told);
    servedVersion(told);
    return List.copyOf(told);
  }

  /// Bytes of what was put aside.
  public long bytes() {
    return Files.isDirectory(folder()) ? FileTree.size(folder()) : 0;
  }

  /// Where things are put aside.
  public Path folder() {
    return home.root().resolve("recovered");
  }

  private static List<Path> hidden(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("."))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", parent, e);
      return List.of();
    }
  }

  private void mend(Path hidden, List<String> told) throws IOException {
    String name = hidden.getFileName().toString();
    if (name.contains(".deleted-")) {
      FileTree.delete(hidden);
      return;
    }
    String version = Scratch.version(hidden).orElse("");
    if (!version.isEmpty() && Scratch.abandoned(hidden)) {
      Path aside = aside(hidden, version);
      Scratch.forget(hidden);
      told.add(
          "Version "
              + version
              + " was being saved when the program was ended; what it had written lies in "
              + aside
              + ". Nothing of it was published; train --resume goes on with the run if it can.");
    }
  }

  private Path aside(Path file, String name) throws IOException {
    Files.createDirectories(folder());
    Path target = folder().resolve(name + "-" + TIME.format(Instant.now()));
    for (int i = 2; Files.exists(target); i++) {
      target = folder().resolve(name + "-" + TIME.format(Instant.now()) + "-" + i);
    }
    return Files.move(file, target);
  }

  /// A run that ended between the publication and the clearing of its checkpoint.
  private void finishedRuns(List<String> told) {
    Path checkpoints = home.root().resolve("checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return;
    }
    for (Path folder : FileTree.folders(checkpoints)) {
      String version = folder.getFileName().toString();
      if (Files.isDirectory(home.root().resolve("models").resolve(version))
          && !RunLock.held(folder)) {
        try {
          FileTree.delete(folder);
          told.add("What the finished run of " + version + " no longer needs was cleared.");
        } catch (Fault e) {
          LOG.debug("{} stays as it is", folder, e);
        }
      }
    }
  }

  private void servedVersion(List<String> told) {
    Path file = home.root().resolve(ModelStore.SERVED);
    try {
      String version =
          JsonParser.parseString(Files.readString(file))
              .getAsJsonObject()
              .getAsJsonPrimitive("version")
              .getAsString();
      LOG.trace("{} is served", version);
    } catch (NoSuchFileException e) {
      LOG.trace("no version is served");
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | ClassCastException e) {
      try {
        Path aside = aside(file, ModelStore.SERVED);
        told.add(
            ModelStore.SERVED
                + " cannot be read and was put aside as "
                + aside
                + ": no version is served until one is chosen (touchline models serve VERSION).");
      } catch (IOException unmovable) {
        LOG.debug("{} stays as it is", file, unmovable);
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", file, e);
    }
  }
}
