/// The page on reliability has the table of every test class of faults, and of no other.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReliabilityPageTest {
  private static final Pattern BEGIN = Pattern.compile("<!-- (\\w+Test) -->");

  @Test
  void everyFaultsTestHasItsTable() throws IOException {
    String page = Files.readString(Path.of("docs/reliability.md"));
    TreeSet<String> tests;
    try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/touchline/faults"))) {
      tests =
          files
              .filter(ReliabilityPageTest::collectsEvidence)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    TreeSet<String> tables =
        BEGIN
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tables).isEqualTo(tests);
    for (String test : tests) {
      String table =
          page.substring(page.indexOf(Evidence.begin(test)), page.indexOf(Evidence.end(test)));
      assertThat(table.lines().filter(line -> line.startsWith("| ")))
          .as(test)
          .hasSizeGreaterThan(1);
      assertThat(page).contains("mvn -Pfaults -Dtest=" + test);
    }
  }

  private static boolean collectsEvidence(Path file) {
    try {
      return file.toString().endsWith("Test.java")
          && !file.endsWith("ReliabilityPageTest.java")
          && Files.readString(file).contains("Evidence.Table table");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
