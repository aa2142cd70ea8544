/// Every source file is formatted and begins by saying what it is for.
package dev.touchline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFormatTest {
  @Test
  void everyFileIsFormatted() throws IOException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : SourceFormat.sources(Path.of("src"))) {
      String source = Files.readString(file);
      if (!source.equals(SourceFormat.format(source))) {
        unformatted.add(file);
      }
    }
    assertThat(unformatted).as("not formatted; run mvn -Pformat").isEmpty();
  }

  @Test
  void everyFileSaysWhatItIsFor() throws IOException {
    List<Path> silent = new ArrayList<>();
    for (Path file : SourceFormat.sources(Path.of("src"))) {
      if (!Files.readString(file).startsWith("///")) {
        silent.add(file);
      }
    }
    assertThat(silent).as("first line must be a /// sentence").isEmpty();
  }
}
