/// Every link, file, picture, profile and test that a page names exists.
package dev.touchline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.manual.Manual;
import dev.touchline.manual.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Pattern FILE =
      Pattern.compile("(src|docs|installer|sample-data|resources)/[\\w./-]+");
  private static final Pattern PROFILE = Pattern.compile("mvn(?: \\S+)*? -P([\\w-]+)");
  private static final Pattern TEST = Pattern.compile("[A-Z]\\w+Test");

  @Test
  void everyLinkLeadsToAFileAndASectionOfIt() {
    List<String> broken = new ArrayList<>();
    for (Page page : Pages.all()) {
      for (String link : Pages.destinations(page)) {
        if (!link.contains("://") && !link.startsWith("mailto:") && !resolves(page, link)) {
          broken.add(page.name() + ": " + link);
        }
      }
    }
    assertThat(broken).as("links that lead nowhere").isEmpty();
  }

  @Test
  void everyFileThatIsNamedExists() {
    List<String> missing = new ArrayList<>();
    for (Page page : Pages.all()) {
      if (page.name().equals("CHANGELOG.md")) {
        continue; // what was there once may be gone
      }
      for (String code : Pages.inlineCode(page)) {
        if (FILE.matcher(code).matches() && !Files.exists(Path.of(code))) {
          missing.add(page.name() + ": " + code);
        }
      }
    }
    assertThat(missing).as("files that are named but not there").isEmpty();
  }

  @Test
  void everyProfileThatIsNamedExists() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    List<String> missing = new ArrayList<>();
    for (Page page : Pages.all()) {
      Matcher named = PROFILE.matcher(page.markdown());
      while (named.find()) {
        if (!pom.contains("<id>" + named.group(1) + "</id>")) {
          missing.add(page.name() + ": -P" + named.group(1));
        }
      }
    }
    assertThat(missing).as("profiles that are named but not there").isEmpty();
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      var tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      List<String> missing = new ArrayList<>();
      for (Page page : Pages.all()) {
        for (String code : Pages.inlineCode(page)) {
          if (TEST.matcher(code).matches() && !tests.contains(code)) {
            missing.add(page.name() + ": " + code);
          }
        }
      }
      assertThat(missing).as("tests that are named but not there").isEmpty();
    }
  }

  @Test
  void theIndexListsEveryPage() throws IOException {
    List<String> listed = Pages.destinations(Pages.read(Path.of("docs", Manual.INDEX)));
    try (Stream<Path> files = Files.list(Path.of("docs"))) {
      assertThat(listed)
          .containsAll(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".md") && !name.equals(Manual.INDEX))
                  .toList());
    }
  }

  private static boolean resolves(Page page, String link) {
    int hash = link.indexOf('#');
    Path file = Path.of(page.name());
    if (hash != 0) {
      file = file.resolveSibling(hash < 0 ? link : link.substring(0, hash)).normalize();
    }
    if (!Files.exists(file) || file.startsWith("target")) {
      return false;
    }
    return hash < 0
        || !file.toString().endsWith(".md")
        || Pages.read(file).section(link.substring(hash + 1)).isPresent();
  }
}
