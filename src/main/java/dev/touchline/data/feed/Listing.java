/// The files behind a path: a file, a folder, an archive.
package dev.touchline.data.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Walks folders and archives; hidden files and folders are passed over.
public final class Listing {
  private final BiConsumer<String, String> refused;

  /// @param refused told the name of a file that is refused, and why (part of a sentence)
  public Listing(BiConsumer<String, String> refused) {
    this.refused = refused;
  }

  /// Every file behind a path, by name.
  ///
  /// @throws IOException where the path itself cannot be read; what lies in a folder and cannot be
  ///   read is refused
  public List<FeedFile> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Archive.is(path)
          ? new Archive(path, fileName(path), refused).files()
          : List.of(new FeedFile(fileName(path), () -> Files.newInputStream(path)));
    }
    List<Path> found;
    try (Stream<Path> walk = Files.walk(path)) {
      found =
          walk.filter(file -> !hidden(path.relativize(file)))
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(file -> relative(path, file)))
              .toList();
    }
    List<FeedFile> files = new ArrayList<>();
    for (Path file : found) {
      String name = relative(path, file);
      if (Archive.is(file)) {
        addArchive(file, name, files);
      } else {
        files.add(new FeedFile(name, () -> Files.newInputStream(file)));
      }
    }
    return files;
  }

  private void addArchive(Path file, String name, List<FeedFile> files) {
    try {
      files.addAll(new Archive(file, name, refused).files());
    } catch (IOException e) {
      refused.accept(name, "cannot be unpacked (" + e.getMessage() + ")");
    }
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean hidden(Path path) {
    for (Path part : path) {
      String name = part.toString();
      if (name.startsWith(".") && !name.equals(".") && !name.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
