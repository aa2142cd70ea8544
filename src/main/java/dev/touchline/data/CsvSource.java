/// Finds the CSV files behind paths: files, folders, zips.
package dev.touchline.data;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// One CSV text that can be opened, more than once.
///
/// @param name what reports call it: the file's name, with the entry's where it is an archive
/// @param opener opens it from the start
record CsvSource(String name, Opener opener) {
  /// The competition key of the simulated sample tournament.
  static final String SAMPLE_COMPETITION = "sample-tournament";

  private static final String SAMPLE = "/sample-data/sample-tournament.csv";
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

  /// Opens a stream from its start.
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  /// Refuses formats that are not read.
  static void checkFormat(String format) {
    switch (format.toLowerCase(Locale.ROOT)) {
      case "auto", "csv" -> {}
      case "statsbomb", "wyscout" ->
          throw new Fault(
              Fault.Kind.USAGE,
              "The format " + format + " is not available yet.",
              "Convert the data to player-match CSV and import it with --format csv.");
      default ->
          throw new Fault(
              Fault.Kind.USAGE, "\"" + format + "\" is not an import format.", "Use auto or csv.");
    }
  }

  /// Every CSV behind the paths, in the order of the paths and then of names. A path that does not
  /// exist or holds no CSV is a fault of kind DATA.
  static List<CsvSource> list(List<Path> paths) {
    if (paths.isEmpty()) {
      throw new Fault(Fault.Kind.USAGE, "No file to import was named.", "Name files or folders.");
    }
    List<CsvSource> sources = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Fault(Fault.Kind.DATA, path + " does not exist.", "Check the path's spelling.");
      }
      int before = sources.size();
      try {
        if (Files.isDirectory(path)) {
          addFolder(path, sources);
        } else {
          addFile(path, fileName(path), sources);
        }
      } catch (IOException e) {
        throw new Fault(
            Fault.Kind.STORAGE,
            path + " cannot be read.",
            "Check that the file is whole and that you may read it.",
            e);
      }
      if (sources.size() == before) {
        throw new Fault(
            Fault.Kind.DATA,
            path + " holds no CSV file.",
            "Import player-match CSV files; other formats are not available yet.");
      }
    }
    return sources;
  }

  /// The simulated sample tournament.
  static CsvSource sample() {
    return new CsvSource(
        "sample-tournament.csv",
        () -> {
          InputStream stream = CsvSource.class.getResourceAsStream(SAMPLE);
          if (stream == null) {
            throw new IOException("the program's own file " + SAMPLE + " is missing");
          }
          return stream;
        });
  }

  private static void addFolder(Path folder, List<CsvSource> sources) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !hidden(fileName(file)))
              .filter(file -> isCsv(fileName(file)) || isZip(file))
              .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
              .toList();
    }
    for (Path file : files) {
      addFile(file, folder.relativize(file).toString().replace('\\', '/'), sources);
    }
  }

  private static void addFile(Path file, String name, List<CsvSource> sources) throws IOException {
    if (!isZip(file)) {
      sources.add(new CsvSource(name, () -> Files.newInputStream(file)));
      return;
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      zip.stream()
          .filter(entry -> !entry.isDirectory() && isCsv(entry.getName()))
          .map(ZipEntry::getName)
          .filter(entry -> !entry.startsWith("__MACOSX/") && !hidden(lastPart(entry)))
          .sorted()
          .forEach(
              entry ->
                  sources.add(new CsvSource(name + "!" + entry, () -> openEntry(file, entry))));
    }
  }

  private static InputStream openEntry(Path file, String name) throws IOException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    try {
      InputStream entry = zip.getInputStream(zip.getEntry(name));
      return new java.io.FilterInputStream(entry) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static boolean isCsv(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static boolean isZip(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return java.util.Arrays.equals(stream.readNBytes(ZIP_MAGIC.length), ZIP_MAGIC);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hidden(String name) {
    return name.startsWith(".");
  }

  private static String lastPart(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1);
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
