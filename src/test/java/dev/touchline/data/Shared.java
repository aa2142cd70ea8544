/// Finds the real data that stand beside the project, where they do.
package dev.touchline.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Files of the folder `../shared`; a test that needs one is skipped, and says so, without it.
final class Shared {
  private Shared() {}

  static Path file(String name) {
    Path file = Path.of("../shared").resolve(name);
    Assumptions.assumeTrue(
        Files.exists(file), "skipped: the real data " + file + " are not beside the project");
    return file;
  }
}
