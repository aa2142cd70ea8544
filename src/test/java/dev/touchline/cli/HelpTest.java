/// Every command explains itself.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.mcmc.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data",
        "data import",
        "data status",
        "data export",
        "data sample",
        "train",
        "evaluate",
        "compare",
        "predict",
        "models",
        "models list",
        "models show",
        "models delete",
        "models prune",
        "models serve",
        "models verify",
        "diagnose",
        "doctor",
        "help",
        "bench",
        "bench sampling",
        "bench gradient",
        "bench predict"
      })
  void everyCommandHasHelpWithAnExampleAndTheExitCodes(String command) {
    String[] arguments = (command + " --help").strip().split(" ");
    Program.Run run = new Program(home).run(arguments);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Usage: " + ("touchline " + command).strip())
        .contains("Example")
        .contains("Exit codes")
        .contains("  130  interrupted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data status",
        "data import",
        "train",
        "evaluate",
        "compare",
        "predict",
        "models list",
        "diagnose",
        "doctor",
        "bench sampling",
        "bench gradient",
        "bench predict"
      })
  void everyCommandHasTheCommonOptions(String command) {
    Program.Run run = new Program(home).run((command + " --help").split(" "));
    assertThat(run.out()).contains("--home", "--db", "--json", "-q", "-v");
  }

  @Test
  void trainingListsItsOptions() {
    assertThat(new Program(home).run("train", "--help").out())
        .contains("--train-start", "--train-end", "--val-end", "--version", "--props")
        .contains("--draws", "--chains", "--tune", "--seed", "--target-accept", "--threads")
        .contains("--max-tree-depth", "--max-rhat", "--competition", "--keep", "--time-limit");
  }

  @Test
  void theVersionIsPrinted() {
    Program.Run run = new Program(home).run("--version");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Touchline ");
  }

  @Test
  void aCommandBringsNoOtherCommandAlong() {
    Session session =
        new Session(
            Map.of(),
            System.out,
            System.err,
            StopSignal.NEVER,
            new AtomicBoolean(),
            Secrets.of(List.of(), Map.of()));
    assertThat(Commands.of(session, "predict").getSubcommands()).containsOnlyKeys("predict");
    assertThat(Commands.of(session, "--help").getSubcommands())
        .containsOnlyKeys(
            "data",
            "train",
            "evaluate",
            "compare",
            "backtest",
            "predict",
            "models",
            "diagnose",
            "bench",
            "doctor",
            "help");
    assertThat(new Program(home).run("trian").err()).contains("trian", "touchline --help");
  }
}
