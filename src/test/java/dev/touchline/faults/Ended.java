/// What a process of the program left behind.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// @param home its home
/// @param exit its exit code
/// @param out its standard output
/// @param err its standard error
record Ended(Path home, int exit, String out, String err) {
  /// What differs from run to run: folders of tests, process ids, times in names.
  private static final Pattern CHANCE =
      Pattern.compile(
          "(?<=part-)\\d+-\\d+|(?<=json-)\\d{8}-\\d{6}|/\\S*/(small disk|touchline-)\\w*\\d{9,}|(?<=process )\\d+"
              + "|(?<=localhost:)\\d+|(?<=since )[0-9T:Z-]+|(?<=backups/)[0-9-]+|\\d+(?= seconds ago)");

  private static final Pattern STAMP = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ - \\w+ - ");

  /// Everything that it printed.
  String said() {
    return out + err;
  }

  /// Itself, where it ended with that exit code and told no stack.
  Ended exited(int code) {
    assertThat(exit).as(this::said).isEqualTo(code);
    assertThat(showsStack()).as(this::said).isFalse();
    return this;
  }

  /// Itself, where it did what it was asked for.
  Ended done() {
    return exited(0);
  }

  /// Standard output as the one JSON document that it must be.
  JsonObject json() {
    return JsonParser.parseString(out).getAsJsonObject();
  }

  /// The first printed line that contains a text, without its time, with the home as HOME; the text
  /// has to be there.
  String line(String text) {
    List<String> lines =
        said()
            .lines()
            .map(String::strip)
            .map(line -> STAMP.matcher(line).replaceFirst(""))
            .filter(line -> line.contains(text))
            .toList();
    if (lines.isEmpty()) {
      throw new AssertionError("nothing said \"" + text + "\" (exit " + exit + "):\n" + said());
    }
    String line = lines.getFirst().replace(home.toString(), "HOME");
    return CHANCE.matcher(line).replaceAll("…");
  }

  /// Lines of the home's log that hold one of some texts, for the message of a failing test.
  String logged(String... texts) {
    try (Stream<String> lines = Files.lines(home.resolve("logs/touchline.log"))) {
      return lines
          .filter(line -> Arrays.stream(texts).anyMatch(line::contains))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// Whether a stack trace reached the user.
  boolean showsStack() {
    return said().contains("\tat ");
  }
}
