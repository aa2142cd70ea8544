/// `touchline help`: the documentation that ships with the program, in the terminal.
package dev.touchline.cli;

import dev.touchline.manual.Manual;
import dev.touchline.manual.Page;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
    name = "help",
    description = "Show a page of the documentation, a section of one, or the help of a command.",
    footer = {
      "",
      "Examples",
      "  touchline help                          # the topics",
      "  touchline help calibration",
      "  touchline help troubleshooting#storage",
      "  touchline help train"
    })
final class HelpCommand extends Command {
  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      description = "A page, a section (PAGE#SECTION or SECTION) or a command (default: list all).")
  private @Nullable String topic;

  HelpCommand(Session session) {
    super(session);
  }

  @Override
  int run() {
    Manual manual = new Manual();
    if (topic == null) {
      list(manual.pages());
      return 0;
    }
    CommandLine command = Commands.of(session(), topic).getSubcommands().get(topic);
    if (command != null && !json()) {
      command.usage(new PrintWriter(session().out(), true, StandardCharsets.UTF_8));
      return 0;
    }
    Manual.Place place = manual.find(topic);
    if (json()) {
      printJson(
          Facts.of(
              "topic", topic,
              "page", place.page().name(),
              "title", place.title(),
              "markdown", place.markdown()));
    } else {
      print("%s", place.markdown().stripTrailing());
    }
    return 0;
  }

  private void list(List<Page> pages) {
    if (json()) {
      printJson(
          Facts.of(
              "topics",
              pages.stream()
                  .map(page -> Facts.of("topic", page.topic(), "title", page.title()))
                  .toList()));
      return;
    }
    print("Topics for touchline help TOPIC");
    int width = pages.stream().mapToInt(page -> page.topic().length()).max().orElse(0);
    pages.forEach(page -> print("  %-" + width + "s  %s", page.topic(), page.title()));
    print("");
    print("Commands: touchline --help, touchline COMMAND --help");
  }
}
