/// Makes many competitions of the rows of one.
package dev.touchline.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes them over the file that held one.
final class ManyCopies {
  private ManyCopies() {}

  /// As many copies of the sample tournament, with matches and competitions of their own.
  static void of(Path csv, int copies) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    StringBuilder many = new StringBuilder(lines.getFirst()).append('\n');
    for (int copy = 10; copy < 10 + copies; copy++) {
      for (String line : lines.subList(1, lines.size())) {
        many.append(copy).append(line.replace("sample-tournament", "c" + copy)).append('\n');
      }
    }
    Files.writeString(csv, many);
  }
}
