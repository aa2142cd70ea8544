/// Too little memory is foreseen, and a prediction makes do with fewer samples.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Real heaps of a few megabytes.
@ExtendWith({TrainedHomes.class, Evidence.class})
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class LittleMemoryTest {
  private static CommandLine tournament() {
    return CommandLine.trainV2().days("2018-06-14", "2018-07-03", "2018-07-15");
  }

  @Test
  void trainingIsRefusedBeforeItBegins(TrainedHomes.Home home, Evidence.Table table)
      throws Exception {
    Ended run =
        home.launch()
            .jvm("-Xmx24m", "-XX:+UseSerialGC")
            .run(tournament().with("--chains", "2", "--tune", "60", "--draws", "500").array());
    assertThat(run.exit()).as(run.said()).isEqualTo(7);
    assertThat(run.showsStack()).as(run.said()).isFalse();
    assertThat(run.said()).contains("-Xmx");
    assertThat(Files.readString(home.path().resolve("served.json"))).contains("\"v1\"");
    assertThat(home.path().resolve("models/v2")).doesNotExist();
    table.row("too little memory to train", "-Xmx24m", run, "Error: ", "v1 is still served");
  }

  @Test
  void aPredictionTakesFewerSamples(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Ended trained =
        home.launch()
            .run(
                tournament()
                    .with("--chains", "2", "--tune", "60", "--draws", "500", "--max-rhat", "9")
                    .array());
    assertThat(trained.exit()).as(trained.said()).isZero();
    Ended run =
        home.launch()
            .jvm("-Xmx24m", "-XX:+UseSerialGC")
            .run("predict", "v2", "--player", "9000111", "--opponent", "90002", "--home");
    assertThat(run.exit()).as(run.said()).isZero();
    table.row(
        "too little memory for 1,000 samples",
        "-Xmx24m",
        run,
        "Memory is short",
        "an answer with intervals, of fewer samples");
  }
}
