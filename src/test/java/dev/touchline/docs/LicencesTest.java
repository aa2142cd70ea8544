/// Every library that is packed with the program stands among the licences.
package dev.touchline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LicencesTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(?<body>.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

  /// In the project's own dependencies; profiles add tests' and native parts of the same libraries.
  @Test
  void everyLibraryOfTheProgramIsNamed() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
    List<String> libraries = new ArrayList<>();
    Matcher dependencies = DEPENDENCY.matcher(own);
    while (dependencies.find()) {
      String body = dependencies.group("body");
      Matcher artifact = ARTIFACT.matcher(body);
      if (!body.contains("<scope>test</scope>") && artifact.find()) {
        libraries.add(artifact.group(1));
      }
    }
    String page = Files.readString(Path.of("docs/licences.md"));
    assertThat(libraries).hasSizeGreaterThan(20).allMatch(library -> named(page, library));
  }

  private static boolean named(String page, String library) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(library) + "(?![\\w.-])")
        .matcher(page)
        .find();
  }
}
