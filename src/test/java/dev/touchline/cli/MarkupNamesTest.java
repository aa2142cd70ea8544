/// Names that are markup stay text in every HTML report.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample tournament with every player called a script and a competition that closes an
/// attribute.
class MarkupNamesTest {
  private static final int COMPETITION = 2;
  private static final int PLAYER_ID = 3;
  private static final int PLAYER = 4;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @Test
  void aPlayerCalledAScriptIsNotRun() throws IOException {
    Path rows = home.resolve("rows.csv");
    List<String> lines = Files.readAllLines(Path.of("sample-data/sample-tournament.csv"));
    Files.write(rows, lines.stream().map(this::hostile).toList());
    Program program = new Program(home);
    Program.Run read = program.run("data", "import", rows.toString());
    assertThat(read.exit()).as(read.err()).isZero();
    Program.Run train = run(program, "train", "--version", "v1");
    assertThat(train.exit()).as(train.err()).isZero();
    assertThat(home.resolve("models/v1/report.html"))
        .content()
        .contains("&lt;script&gt;alert(")
        .doesNotContain("<script", "\"><b>cup");
    Path comparison = home.resolve("comparison.html");
    Program.Run compare =
        run(program, "compare", "--multi", "v1", "--report", comparison.toString());
    assertThat(compare.exit()).as(compare.err()).isZero();
    assertThat(comparison).content().doesNotContain("<script", "\"><b>cup");
  }

  private static Program.Run run(Program program, String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--competition", "\"><b>cup"));
    arguments.addAll(List.of("--train-start", "2018-06-14", "--train-end", "2018-07-05"));
    arguments.addAll(List.of("--val-end", "2018-07-16", "--chains", "2", "--draws", "60"));
    arguments.addAll(List.of("--tune", "60", "--max-rhat", "3"));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  private String hostile(String line) {
    String[] cells = line.split(",", -1);
    if (!cells[0].equals("match_id")) {
      // Other matches and players than those of the sample, which a bare home has.
      cells[0] = "1" + cells[0];
      cells[PLAYER_ID] = "1" + cells[PLAYER_ID];
      cells[COMPETITION] = "\"\"\"><b>cup\"";
      cells[PLAYER] = "<script>alert('" + cells[PLAYER] + "')</script>";
    }
    return String.join(",", cells);
  }
}
