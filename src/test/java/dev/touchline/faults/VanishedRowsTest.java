/// Rows that are deleted or changed in the database while chains sample: the version is of the rows
/// that it had read, and whoever asks for these later is told.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.touchline.data.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// On a PostgreSQL server: the embedded database lets nobody else in.
@ExtendWith({TrainedHomes.class, Evidence.class, PostgresServer.Provider.class})
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class VanishedRowsTest {
  private final PostgresServer server;

  VanishedRowsTest(PostgresServer server) {
    this.server = server;
  }

  /// Trains v2 while the statements run, and checks that it is of the rows from before.
  private Ended trainedWhile(Launch launch, String... statements) throws Exception {
    String before = hash(launch, "v1");
    Ended trained;
    try (HeldRun run = HeldRun.sampling(launch, "v2")) {
      server.run(statements);
      trained = run.letGo().done();
    }
    assertThat(hash(launch, "v2")).isEqualTo(before);
    launch.run("models", "verify").done();
    return trained;
  }

  private static String hash(Launch launch, String version) throws IOException {
    return metadata(launch, version).get("data_hash").getAsString();
  }

  private static JsonObject metadata(Launch launch, String version) throws IOException {
    Path file = launch.home().resolve("models").resolve(version).resolve("metadata.json");
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  /// Asks about a player whom v2 has learnt about.
  private static Ended asked(Launch launch) throws Exception {
    String player = metadata(launch, "v2").getAsJsonArray("players").get(0).toString();
    String id = JsonParser.parseString(player).getAsJsonObject().get("id").getAsString();
    return launch.run("predict", "v2", "--player", id, "--opponent", "90002", "--home").done();
  }

  private static Ended exported(Launch launch) throws Exception {
    Path file = launch.home().resolve("seen.csv");
    Ended export = launch.run("data", "export", file.toString(), "--version", "v2").exited(3);
    assertThat(file).doesNotExist();
    return export;
  }

  @Test
  void theMatchesOfADay(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = OnServer.filled(home, server).launch();
    Ended trained =
        trainedWhile(
            launch,
            "DELETE FROM player_matches WHERE match_id IN"
                + " (SELECT match_id FROM matches WHERE match_date = DATE '2018-06-14')");
    table.row(
        "rows deleted while chains sample: train",
        "DELETE of the first day's rows",
        trained,
        "published",
        "v2, with the hash of the rows that it was trained on");
    Ended exported = exported(launch);
    assertThat(exported.err()).contains("it saw 112 training").contains("now there are");
    table.row(
        "rows deleted while chains sample: data export --version",
        "the same",
        exported,
        "Error: ",
        "no file is written");
    Ended evaluated = launch.run("evaluate", "v2").done();
    table.row(
        "rows deleted while chains sample: evaluate",
        "the same",
        evaluated,
        "! ",
        "figures of the rows that are there");
    JsonArray warnings =
        launch.run("evaluate", "v2", "--json").done().json().getAsJsonArray("warnings");
    assertThat(warnings).hasSize(1);
    assertThat(evaluated.line("! ")).contains(warnings.get(0).getAsString());
    Ended asked = asked(launch);
    table.row(
        "rows deleted while chains sample: predict",
        "the same",
        asked,
        "! The database holds",
        "an answer, with the warning");
    assertThat(launch.run("evaluate", "v1", "--from", "2018-06-16").done().said())
        .contains("! The database does not hold the rows any more");
  }

  @Test
  void allOfThem(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = OnServer.filled(home, server).launch();
    trainedWhile(launch, "DELETE FROM player_matches");
    exported(launch);
    Ended evaluated = launch.run("evaluate", "v2").exited(3);
    table.row(
        "all rows deleted while chains sample: evaluate",
        "DELETE of all rows",
        evaluated,
        "Error: ",
        "v2, with the hash of the rows that it was trained on");
    Ended asked = asked(launch);
    assertThat(asked.said()).contains("! The database holds 0 rows");
    table.row(
        "all rows deleted while chains sample: predict",
        "the same",
        asked,
        "newcomer",
        "an answer from the draws, with both warnings");
    Path batch = home.path().resolve("batch.csv");
    Files.writeString(batch, "player,opponent,home\n9000111,90002,1\n9000111,90002,0\n");
    Ended answered = launch.run("predict", "v2", "--batch", batch.toString()).done();
    assertThat(answered.err().lines().filter(line -> line.contains("holds 0 rows"))).hasSize(1);
    launch.run(TrainedHomes.training("v3")).exited(3);
  }

  @Test
  void otherNumbersInThem(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = OnServer.filled(home, server).launch();
    trainedWhile(
        launch,
        "UPDATE player_matches SET goals = goals + 1 WHERE match_id IN"
            + " (SELECT match_id FROM matches WHERE match_date = DATE '2018-06-16')");
    Ended exported = exported(launch);
    assertThat(exported.err()).contains("there are as many, 112 and 111");
    table.row(
        "rows changed while chains sample: data export --version",
        "UPDATE of the goals of the validation day",
        exported,
        "Error: ",
        "v2, with the hash of the rows that it was trained on; no file is written");
    Ended evaluated = launch.run("evaluate", "v2").done();
    table.row(
        "rows changed while chains sample: evaluate",
        "the same",
        evaluated,
        "! ",
        "figures of the rows that are there");
  }

  @Test
  void beforeARunGoesOn(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = OnServer.filled(home, server).launch();
    CommandLine draws =
        CommandLine.trainV2()
            .twoDays()
            .with("--chains", "2", "--tune", "200", "--draws", "40000", "--checkpoint", "0.2");
    ProgramProcess run = launch.start(draws.array());
    Path state = home.path().resolve("checkpoints/v2/chain-1.state");
    while (run.process().isAlive() && !Files.exists(state)) {
      Thread.sleep(10);
    }
    run.process().destroyForcibly().waitFor();
    server.run("UPDATE player_matches SET shots = shots + 1");
    Ended resumed = launch.run(draws.with("--resume")).exited(3);
    assertThat(home.path().resolve("models/v2")).doesNotExist();
    assertThat(state).exists();
    table.row(
        "rows changed before a run goes on",
        "SIGKILL, UPDATE of all shots, --resume",
        resumed,
        "Error: ",
        "the draws, which are not mixed with others");
  }
}
