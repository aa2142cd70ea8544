/// Too little memory is foreseen, and a prediction makes do with fewer samples.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /// From less than the program's own classes need to what a small training needs.
  private static final int[] MEGABYTES = {8, 12, 14, 16, 20, 24, 32, 48, 96};

  @Test
  void loadingTrainingAndPredictingEndInAnAnswerOrInASentence(
      TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Path rows = home.path().resolve("rows.csv");
    Ended exported = home.launch().run("data", "export", rows.toString());
    assertThat(exported.exit()).as(exported.said()).isZero();
    everySize(home, table, "to read rows", "data", "status");
    everySize(home, table, "to import rows", "data", "import", rows.toString());
    everySize(home, table, "to train or to save", TrainedHomes.training("v2"));
    everySize(
        home,
        table,
        "to open the predictor",
        "predict",
        "v1",
        "--player",
        "9000111",
        "--opponent",
        "90002",
        "--home");
  }

  /// The largest heap must do, the smallest must not: else the sizes would show nothing.
  private static void everySize(
      TrainedHomes.Home home, Evidence.Table table, String purpose, String... command)
      throws Exception {
    List<String> refused = new ArrayList<>();
    List<String> done = new ArrayList<>();
    String seen = "";
    for (int megabytes : MEGABYTES) {
      Ended run = home.launch().jvm("-Xmx" + megabytes + "m", "-XX:+UseSerialGC").run(command);
      String at = "-Xmx%dm %s, exit %d%n%s".formatted(megabytes, purpose, run.exit(), run.said());
      assertThat(run.exit()).as("%s%n%s", at, reasons(home)).isIn(0, 7);
      assertThat(run.showsStack()).as(at).isFalse();
      assertThat(run.said()).as(at).doesNotContain("unexpectedly");
      assertThat(Files.readString(home.path().resolve("served.json"))).as(at).contains("\"v");
      if (run.exit() == 0) {
        done.add(Integer.toString(megabytes));
        if (command[0].equals("train")) {
          assertThat(home.launch().run("models", "serve", "v1").exit()).isZero();
          assertThat(home.launch().run("models", "delete", "v2").exit()).isZero();
        }
      } else {
        refused.add(Integer.toString(megabytes));
        assertThat(run.err()).as(at).containsPattern("Error: .*\\d+ MB").contains("-Xmx8g");
        assertThat(home.path().resolve("models/v2")).as(at).doesNotExist();
        seen = run.line("Error: ");
      }
    }
    Ended sound = home.launch().run("models", "verify");
    assertThat(sound.exit()).as(sound.said()).isZero();
    Ended database = home.launch().run("data", "status");
    assertThat(database.exit()).as(database.said()).isZero();
    assertThat(refused).as(purpose).isNotEmpty();
    assertThat(done).as(purpose).isNotEmpty();
    table.row(
        "too little memory " + purpose,
        "-Xmx of %s MB (exit 7), of %s MB (exit 0)"
            .formatted(String.join(", ", refused), String.join(", ", done)),
        MEGABYTES.length,
        "0, 7",
        seen,
        "all versions sound, the database opens, one version served");
  }

  /// What the log says about the failures so far.
  private static String reasons(TrainedHomes.Home home) throws IOException {
    Path log = home.path().resolve("logs/touchline.log");
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("Caused by: ") || line.contains("Fault: "))
          .collect(Collectors.joining("\n"));
    }
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
