/// The one source format: google-java-format. The test checks it, `mvn -Pformat` applies it.
package dev.touchline.architecture;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Formats all Java files below `src`.
final class SourceFormat {
  private SourceFormat() {}

  /// Rewrites every file that differs.
  public static void main(String[] args) throws IOException {
    for (Path file : sources(Path.of("src"))) {
      String before = Files.readString(file);
      String after = format(before);
      if (!before.equals(after)) {
        Files.writeString(file, after);
      }
    }
  }

  static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static String format(String source) {
    try {
      String ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
      return new Formatter().formatSource(ordered);
    } catch (FormatterException e) {
      throw new IllegalStateException(e);
    }
  }
}
