/// A training that is asked to end keeps what it has.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signals as a shell, systemd or a scheduler sends them, at random moments of sampling.
@ExtendWith({TrainedHomes.class, Evidence.class})
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class SignalsTest {
  private static final int TIMES = 3;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void whatWasDrawnIsKept(String signal, TrainedHomes.Home home, Evidence.Table table)
      throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    String sentence = "";
    for (int i = 0; i < TIMES; i++) {
      String version = "s" + i;
      String[] training =
          CommandLine.of("train", "--version", version)
              .days("2018-06-14", "2018-07-03", "2018-07-15")
              .with("--chains", "2", "--tune", "100", "--draws", "20000", "--max-rhat", "9")
              .array();
      // Tests may themselves have been started with the signal ignored, which a process inherits.
      ProgramProcess run = home.launch().under("env", "--default-signal=" + signal).start(training);
      while (run.process().isAlive()
          && !Files.exists(home.path().resolve("checkpoints/" + version + "/run.json"))) {
        Thread.sleep(5);
      }
      run.process().waitFor(500 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      new ProcessBuilder("kill", "-" + signal, "" + run.process().pid()).start().waitFor();
      Ended last = run.ended();
      assertThat(last.exit()).as("seed %d: %s", seed, last.said()).isEqualTo(130);
      assertThat(last.showsStack()).as(last.said()).isFalse();
      sentence = last.line("--resume");
      assertThat(home.path().resolve("checkpoints/" + version + "/run.json")).exists();
      assertThat(home.path().resolve("models/" + version)).doesNotExist();
      assertThat(Files.readString(home.path().resolve("served.json"))).contains("\"v1\"");
    }
    Ended listed = home.launch().run("models", "list");
    assertThat(listed.said()).contains("s0", "s1", "s2", "v1");
    table.row(
        "SIG" + signal,
        "at a random moment of sampling",
        TIMES,
        "130",
        sentence,
        "v1 is still served; each run's draws and states, listed by models list");
  }
}
