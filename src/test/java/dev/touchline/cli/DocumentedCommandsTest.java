/// Every command line in the documentation and in the help is one that the program understands.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.WorkbenchArguments;
import dev.touchline.docs.CommandLines;
import dev.touchline.docs.Pages;
import dev.touchline.manual.Page;
import dev.touchline.mcmc.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DocumentedCommandsTest {
  private final Session session =
      new Session(
          Map.of(),
          System.out,
          System.err,
          StopSignal.NEVER,
          new AtomicBoolean(),
          Secrets.of(List.of(), Map.of()));

  @Test
  void everyCommandInAPageParses() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Page page : Pages.all()) {
      if (page.name().equals("CHANGELOG.md")) {
        continue; // what could be said once may be gone
      }
      for (Pages.Block block : Pages.blocks(page)) {
        for (CommandLines.Line line : CommandLines.in(block.code())) {
          seen++;
          check(page.name(), line, false, wrong);
        }
      }
      for (String code : Pages.inlineCode(page)) {
        if (code.startsWith("touchline ")) {
          for (CommandLines.Line line : CommandLines.in(code)) {
            seen++;
            check(page.name(), line, true, wrong);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(50);
  }

  @Test
  void everyCommandInAScriptParses() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String script : List.of("docs/nightly/touchline-nightly", "docs/notebooks/run.sh")) {
      List<CommandLines.Line> lines = CommandLines.in(Files.readString(Path.of(script)));
      assertThat(lines).as(script).isNotEmpty();
      lines.forEach(line -> check(script, line, false, wrong));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyExampleInTheHelpParses() {
    List<String> wrong = new ArrayList<>();
    examples(Commands.of(session, ""), wrong);
    assertThat(wrong).isEmpty();
  }

  private void examples(CommandLine command, List<String> wrong) {
    String footer = String.join("\n", command.getCommandSpec().usageMessage().footer());
    for (CommandLines.Line line : CommandLines.in(footer)) {
      check(command.getCommandSpec().qualifiedName() + " --help", line, false, wrong);
    }
    command.getSubcommands().values().forEach(sub -> examples(sub, wrong));
  }

  private static boolean opensWindow(List<String> words) {
    return WorkbenchArguments.of(Map.of(), words.toArray(String[]::new)) != null;
  }

  /// A mention within a sentence may leave out what the command needs.
  private void check(String where, CommandLines.Line said, boolean mention, List<String> wrong) {
    List<String> words = said.words();
    if (opensWindow(words) || words.getFirst().equals("COMMAND")) {
      return;
    }
    try {
      CommandLine line = Commands.of(session, words.getFirst());
      line.setCaseInsensitiveEnumValuesAllowed(true);
      line.parseArgs(words.toArray(String[]::new));
    } catch (CommandLine.MissingParameterException e) {
      if (!mention && !said.shortened()) {
        wrong.add(where + ": touchline " + String.join(" ", words) + ": " + e.getMessage());
      }
    } catch (CommandLine.ParameterException e) {
      wrong.add(where + ": touchline " + String.join(" ", words) + ": " + e.getMessage());
    }
  }

  @Test
  void linesAreTakenApartAsAShellDoes() {
    assertThat(
            CommandLines.in(
                "touchline train --draws 2000 \\\n  --version v1 # so many\n"
                    + "x=1 && target/touchline/bin/touchline predict v1 --player \"A b\" … > out; ls\n"))
        .isEqualTo(
            List.of(
                new CommandLines.Line(
                    List.of("train", "--draws", "2000", "--version", "v1"), false),
                new CommandLines.Line(List.of("predict", "v1", "--player", "A b"), true)));
  }
}
