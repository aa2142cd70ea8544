/// What the user sees when a prediction is asked for that cannot be what it should.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({TrainedHomes.class, Evidence.class})
class PredictionFaultsTest {
  private static final String[] ASK = {
    "predict", "v1", "--player", "9000201", "--opponent", "9000001", "--home"
  };

  @Test
  void playersAndOpponentsWhomNobodyKnows(TrainedHomes.Home home, Evidence.Table table)
      throws Exception {
    Path batch = home.path().resolve("batch.csv");
    Files.writeString(
        batch, "player,opponent,home\n777,Belvoria,1\n777,Belvoria,0\n778,999,1\n9000201,999,1\n");
    Ended run = home.launch().run("predict", "v1", "--batch", batch.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().filter(line -> !line.isBlank())).hasSizeGreaterThanOrEqualTo(5);
    table.row(
        "unknown player",
        "a batch with two unknown ids in three of its lines",
        run,
        "2 players are not known",
        "all lines answered");
    Ended opponent =
        home.launch().run("predict", "v1", "--player", "777", "--opponent", "999", "--away");
    assertThat(opponent.exit()).isZero();
    assertThat(opponent.line("Player 777")).contains("league average");
    table.row(
        "unknown opponent", "an unknown id", opponent, "Opponent 999", "an answer with intervals");
    Ended name =
        home.launch().run("predict", "v1", "--player", "Nobody", "--opponent", "999", "--away");
    assertThat(name.exit()).isEqualTo(3);
    table.row("unknown name", "a name that nobody has", name, "Nobody", "nothing was changed");
  }

  @Test
  void featuresThatAreMissing(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Path folder = home.path().resolve("models/v1");
    Ended run =
        home.launch()
            .main(MissingFeature.class)
            .run(folder.toString(), folder.resolve("trace.nc").toString());
    assertThat(run.exit()).isEqualTo(3);
    table.row(
        "missing feature",
        "a program that asks the predictor without form_shots",
        run,
        "form_shots is missing",
        "nothing was changed");
    Ended unknown =
        home.launch()
            .run(CommandLine.of(ASK).with("--feature", "form_tackles=1", "--json").array());
    assertThat(unknown.exit()).isEqualTo(3);
    assertThat(unknown.json().getAsJsonObject("error").get("message").getAsString())
        .contains("form_tackles");
  }

  @Test
  void traceThatIsCorrupt(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Path trace = home.path().resolve("models/v1/trace.nc");
    byte[] whole = Files.readAllBytes(trace);
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 0x20;
    Files.write(trace, changed);
    Ended run = home.launch().run(ASK);
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.said().lines().filter(line -> line.contains("once more"))).hasSize(1);
    assertThat(run.showsStack()).isFalse();
    table.row(
        "corrupt trace",
        "one bit of the file changed",
        run,
        "Error: ",
        "the file as it was; one more try was made before");
    Files.write(trace, whole);
    assertThat(home.launch().run(ASK).exit()).isZero();
  }

  @Test
  void metadataAndSettingsThatCannotBeRead(TrainedHomes.Home home, Evidence.Table table)
      throws Exception {
    Path metadata = home.path().resolve("models/v1/metadata.json");
    String whole = Files.readString(metadata);
    Files.writeString(metadata, whole.substring(0, whole.length() / 2));
    Ended run = home.launch().run(ASK);
    assertThat(run.exit()).isEqualTo(5);
    table.row("corrupt metadata", "half of the file cut off", run, "Error: ", "the file");
    Files.writeString(metadata, whole);

    Path served = home.path().resolve("served.json");
    Files.writeString(served, "{\"version\": ");
    Ended list = home.launch().run("models", "list");
    assertThat(list.exit()).isZero();
    table.row(
        "corrupt served.json",
        "half of the file cut off",
        list,
        "served.json",
        "the file, put aside; all versions");
    assertThat(recovered(home.path())).anyMatch(name -> name.startsWith("served.json"));
  }

  private static List<String> recovered(Path home) throws IOException {
    try (var files = Files.list(home.resolve("recovered"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void modelOfAnotherHome(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    TestFolders.delete(home.path().resolve("models/v1"));
    Ended run = home.launch().run(ASK);
    assertThat(run.exit()).isEqualTo(3);
    table.row("version that is not there", "its folder deleted", run, "Error: ", "the rest");
  }
}
