/// The hand-made event data of the tests, and a store to import them into.
package dev.touchline.data;

import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Invented matches in the providers' layouts.
final class EventData implements AutoCloseable {
  static final Path ROOT = Path.of("src/test/resources/event-data");

  final RowStore store = H2RowStoreTest.memory();

  static Path of(String name) {
    return ROOT.resolve(name);
  }

  ImportReport imported(Path... paths) {
    return store.importPaths(List.of(paths), ImportOptions.AUTO, ImportProgress.NONE, () -> false);
  }

  List<PlayerMatch> rows(long match) {
    return store.rows(RowQuery.ALL).stream().filter(row -> row.matchId() == match).toList();
  }

  /// "position minutes goals shots cards" by player's name.
  Map<String, String> lines(long match) {
    Map<String, String> lines = new TreeMap<>();
    for (PlayerMatch row : rows(match)) {
      lines.put(
          row.playerName(),
          "%s %d %d %d %d"
              .formatted(row.position(), row.minutes(), row.goals(), row.shots(), row.cards()));
    }
    return lines;
  }

  /// Copies a folder of the fixtures, to be changed.
  static Path copied(String name, Path into) throws IOException {
    Path from = of(name);
    Path to = into.resolve(name);
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }

  /// A zip with these entries.
  static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  /// The files of a folder, as entries of a zip.
  static Map<String, byte[]> entries(Path folder) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        entries.put(
            folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return entries;
  }

  static Path replaced(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " lacks " + from);
    }
    return Files.writeString(file, text.replace(from, to));
  }

  @Override
  public void close() {
    store.close();
  }
}
