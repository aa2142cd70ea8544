/// The page on messages and the program's messages are the same.
package dev.touchline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.manual.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// On request, so that a new message does not stop whoever adds it: `mvn -Pmessages`.
@EnabledIfSystemProperty(named = "touchline.docs.complete", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {
  private final List<SourceMessages.Message> said = SourceMessages.all();
  private final List<String> documented = documented();

  @Test
  void messagesAreFoundInTheSources() {
    assertThat(said).hasSizeGreaterThan(80);
    assertThat(said)
        .extracting(SourceMessages.Message::text)
        .contains("There is no help on \"…\".", "No props were chosen.");
  }

  @Test
  void thePageListsEveryMessage() {
    List<String> missing =
        said.stream()
            .filter(message -> documented.stream().noneMatch(row -> same(row, message.text())))
            .map(
                message ->
                    message.kind().replaceAll(".*\\.", "")
                        + " | "
                        + message.text()
                        + " | "
                        + message.file())
            .sorted()
            .distinct()
            .toList();
    assertThat(missing).as("messages that docs/troubleshooting.md lacks").isEmpty();
  }

  /// The first column of the tables.
  private static List<String> documented() {
    Page page = Pages.read(Path.of("docs", "troubleshooting.md"));
    List<String> rows = new ArrayList<>();
    Pattern row = Pattern.compile("^\\| `(.+?)` \\|.*");
    page.markdown()
        .lines()
        .map(row::matcher)
        .filter(java.util.regex.Matcher::matches)
        .forEach(match -> rows.add(match.group(1)));
    return rows;
  }

  /// Either may say less than the other at a value, or at its end.
  private static boolean same(String documented, String said) {
    return pattern(documented).matcher(said.replace("\"", "")).matches()
        || pattern(said).matcher(documented.replace("\"", "")).matches();
  }

  private static Pattern pattern(String text) {
    String plain = text.replace("\"", "").replace("`", "");
    return Pattern.compile(
        List.of(plain.split("…", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*"))
            + ".*");
  }
}
