/// The documentation in the terminal, and the way from a failure to it.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpCommandTest {
  @TempDir Path home;
  private Program program;

  @BeforeEach
  void start() {
    program = new Program(home);
  }

  @Test
  void aloneItListsTheTopics() {
    Program.Run run = program.run("help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("  tutorial ", "  traces ", "touchline --help");
  }

  @Test
  void aPageAndASectionArePrinted() {
    assertThat(program.run("help", "calibration").out()).startsWith("# ");
    assertThat(program.run("help", "troubleshooting#memory").out())
        .startsWith("## memory")
        .doesNotContain("## interrupted");
  }

  @Test
  void aCommandPrintsItsOwnHelp() {
    assertThat(program.run("help", "train").out())
        .isEqualTo(program.run("train", "--help").out())
        .contains("--val-end");
  }

  @Test
  void scriptsGetJson() {
    assertThat(program.run("help", "--json").json().getAsJsonArray("topics")).isNotEmpty();
    Program.Run run = program.run("help", "exit-codes", "--json");
    assertThat(run.json().get("page").getAsString()).isEqualTo("nightly.md");
    assertThat(run.json().get("title").getAsString()).isEqualTo("Exit codes");
    assertThat(run.json().get("markdown").getAsString()).contains("130");
  }

  @Test
  void theWayFromAFailureLeadsToItsSection() {
    Program.Run failed = program.run("help", "nonsense");
    assertThat(failed.exit()).isEqualTo(2);
    String topic = failed.err().strip().replaceFirst("(?s).*More: touchline help ", "");
    assertThat(program.run("help", topic).out()).startsWith("## usage");
    Program.Run json = program.run("help", "nonsense", "--json");
    assertThat(json.error().get("page").getAsString()).isEqualTo("troubleshooting.md#usage");
  }
}
