/// backtest on the command line.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  private Program.Run backtest(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("backtest", "--from", "2018-07-06", "--to", "2018-07-16"));
    arguments.addAll(List.of("--chains", "2", "--draws", "50", "--tune", "50", "--props", "shots"));
    arguments.addAll(List.of(more));
    return new Program(home).run(arguments.toArray(String[]::new));
  }

  @Test
  void theTableTheJsonAndTheReportsHoldTheSame() throws IOException {
    Path markdown = home.resolve("report.md");
    Program.Run run =
        backtest(
            "--models", "reference,shrunken", "--max-rhat", "3", "--report", markdown.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("Shots  reference", "Shots  shrunken", "log score", "− reference [95 %]");
    assertThat(Files.readString(markdown)).contains("](report.svg)", "touchline backtest --from");
    assertThat(home.resolve("report.svg")).content().startsWith("<svg");
    Program.Run json =
        backtest(
            "--models",
            "reference,shrunken",
            "--max-rhat",
            "3",
            "--resume",
            "--json",
            "--report",
            home.resolve("report.html").toString());
    assertThat(json.exit()).isZero();
    JsonObject facts = json.json();
    assertThat(facts.get("against").getAsString()).isEqualTo("reference");
    assertThat(facts.get("converged").getAsBoolean()).isTrue();
    JsonObject score = facts.getAsJsonArray("scores").get(1).getAsJsonObject();
    assertThat(score.get("model").getAsString()).isEqualTo("shrunken");
    JsonObject figures = score.getAsJsonObject("figures");
    assertThat(figures.getAsJsonObject("log_score").keySet()).contains("value", "low", "high");
    assertThat(home.resolve("report.html")).content().contains("<svg");
  }

  @Test
  void aFitThatDoesNotConvergeEndsWithFour() {
    Program.Run run =
        backtest("--models", "reference,constant", "--max-rhat", "1", "--step", "round");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).contains("did not converge", "of 2018-07-06");
  }

  @Test
  void wrongUsageIsTold() {
    assertThat(backtest("--step", "week").exit()).isEqualTo(2);
    assertThat(backtest("--models", "reference,oracle").err()).contains("oracle");
    assertThat(backtest("--models", "reference", "--against", "trees").exit()).isEqualTo(2);
    assertThat(backtest("--report", "report.txt").exit()).isEqualTo(2);
    assertThat(
            new Program(home).run("backtest", "--from", "2018-07-06", "--to", "2018-07-01").err())
        .contains("has no days");
    assertThat(backtest("--competition", "nowhere").exit()).isEqualTo(3);
  }
}
