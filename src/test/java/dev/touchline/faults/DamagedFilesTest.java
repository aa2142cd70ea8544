/// Checkpoints, settings and the embedded database, cut or changed on the disk.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import dev.touchline.TestFolders;
import dev.touchline.trace.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith({TrainedHomes.class, Evidence.class})
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class DamagedFilesTest {
  private static final String[] ASK = {
    "predict", "v2", "--player", "9000201", "--opponent", "9000001", "--home", "--json"
  };

  private static final UnaryOperator<byte[]> CUT = all -> Arrays.copyOf(all, all.length / 2);

  private static void change(Path file, UnaryOperator<byte[]> how) throws IOException {
    Files.write(file, how.apply(Files.readAllBytes(file)));
  }

  private static byte[] flipped(byte[] all) {
    byte[] changed = all.clone();
    changed[all.length / 2] ^= 0x20;
    return changed;
  }

  private static Ended withExit(Ended ended, int... exits) {
    assertThat(exits).as(ended.said()).contains(ended.exit());
    assertThat(ended.showsStack()).as(ended.said()).isFalse();
    assertThat(ended.said()).doesNotContain("unexpectedly");
    return ended;
  }

  /// @param name in the table
  /// @param file which is changed
  /// @param how it is changed
  /// @param said a part of what is printed
  private record Damage(String name, String file, UnaryOperator<byte[]> how, String said) {}

  @Test
  void checkpoints(TrainedHomes.Home home, Evidence.Table table, @TempDir Path folder)
      throws Exception {
    String[] training =
        CommandLine.trainV2()
            .twoDays()
            .with("--chains", "2", "--tune", "300", "--draws", "2500", "--max-rhat", "3")
            .with("--checkpoint", "0.2")
            .array();
    Path alone = folder.resolve("alone");
    TestFolders.copy(home.path(), alone);
    withExit(Launch.on(alone).run(training), 0);
    JsonElement expected = withExit(Launch.on(alone).run(ASK), 0).json().get("props");

    ProgramProcess run = home.launch().start(training);
    Path left = home.path().resolve("checkpoints/v2");
    // Adapting leaves no draws.
    while (run.process().isAlive() && Checkpoint.done(left, 2).stream().anyMatch(d -> d < 320)) {
      Thread.sleep(1);
    }
    assertThat(run.process().destroyForcibly().waitFor()).isEqualTo(137);
    String[] resume = CommandLine.of(training).with("--resume").array();
    List<Damage> damages =
        List.of(
            new Damage("state cut", "chain-1.state", CUT, "What chain 1 left cannot be used"),
            new Damage(
                "state changed",
                "chain-2.state",
                DamagedFilesTest::flipped,
                "What chain 2 left cannot be used"),
            new Damage(
                "draws cut",
                "chain-1.draws",
                all -> Arrays.copyOf(all, 1000),
                "What chain 1 left cannot be used"),
            new Damage(
                "draws changed",
                "chain-2.draws",
                all -> {
                  byte[] changed = all.clone();
                  changed[1000] ^= 0x20; // what follows the last state is not used
                  return changed;
                },
                "What chain 2 left cannot be used"),
            new Damage("run.json cut", "run.json", CUT, "run.json cannot be read"));
    for (Damage damage : damages) {
      Path own = folder.resolve(damage.name);
      TestFolders.copy(home.path(), own);
      change(own.resolve("checkpoints/v2").resolve(damage.file), damage.how);
      Ended resumed = withExit(Launch.on(own).run(resume), 0);
      assertThat(withExit(Launch.on(own).run(ASK), 0).json().get("props")).isEqualTo(expected);
      table.row(
          "corrupt checkpoint: " + damage.name,
          damage.file + " after a SIGKILL, then --resume",
          resumed,
          damage.said,
          "v2, with the same numbers as a run that was left alone");
    }
  }

  @Test
  void settings(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Path settings = home.path().resolve("database.json");
    Files.writeString(settings, "{\"format\": 1, \"statement_timeout");
    Ended status = withExit(home.launch().run("data", "status"), 2);
    withExit(home.launch().run(TrainedHomes.training("v2")), 2);
    assertThat(settings).content().endsWith("_timeout");
    table.row(
        "corrupt database.json",
        "cut in its middle",
        status,
        "Error: ",
        "the file; nothing is read from another table than was meant");
    Files.delete(settings);

    Path merged = home.path().resolve("players.json");
    Files.write(merged, new byte[] {'{', 0, (byte) 0xff});
    Ended utf8 = withExit(home.launch().run(TrainedHomes.training("v2")), 5);
    Files.writeString(merged, "{\"format\": 1, \"merged\": [{\"id\": 12");
    Ended train = withExit(home.launch().run(TrainedHomes.training("v2")), 2);
    assertThat(merged).content().endsWith("12");
    table.row(
        "corrupt players.json: no text", "bytes that are not UTF-8", utf8, "Error: ", "the file");
    table.row(
        "corrupt players.json",
        "cut in its middle",
        train,
        "Error: ",
        "the file; nothing is trained with other players than were meant");
  }

  @Test
  void settingsOfTheWindow(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Path settings = home.path().resolve("workbench.json");
    Path aside = home.path().resolve("workbench.json.unreadable");
    Files.writeString(settings, "{\"formatVersion\": 1, \"theme\": \"DA");
    ProgramProcess window =
        home.launch()
            .jvm("-Dglass.platform=Headless", "-Dprism.order=sw")
            .under("env", "--default-signal=TERM")
            .start();
    try {
      for (int i = 0; i < 600 && window.process().isAlive() && !Files.exists(aside); i++) {
        Thread.sleep(50);
      }
      assertThat(aside).as(window.said()).content().endsWith("DA");
      window.process().waitFor(3, TimeUnit.SECONDS);
      assertThat(window.process().isAlive()).as(window.said()).isTrue();
    } finally {
      window.process().destroy();
    }
    Ended ended = window.ended();
    assertThat(ended.showsStack()).as(ended.said()).isFalse();
    table.row(
        "corrupt workbench.json",
        "cut in its middle; the window is opened",
        1,
        "–",
        ended.line("workbench.json"),
        "the file, as workbench.json.unreadable; the window opens as on the first day");
  }

  @Test
  void theEmbeddedDatabase(TrainedHomes.Home home, Evidence.Table table, @TempDir Path folder)
      throws Exception {
    Path backup = Path.of(withExit(home.launch().run("data", "backup"), 0).out().strip());
    JsonElement before = competitions(home.launch());
    Path file = home.path().resolve("database/touchline.mv.db");
    byte[] whole = Files.readAllBytes(file);
    long seed = Long.getLong("touchline.seed", System.nanoTime());
    List<Damage> damages =
        List.of(
            new Damage("header overwritten", "", all -> noise(all, 0, 8192, seed), ""),
            new Damage("beginning cut off", "", DamagedFilesTest::tail, ""),
            new Damage("cut to a half", "", CUT, ""),
            new Damage("emptied", "", all -> new byte[0], ""),
            new Damage(
                "middle overwritten",
                "",
                all -> noise(all, all.length / 4, all.length / 2, seed),
                ""),
            new Damage("all overwritten", "", all -> noise(all, 0, all.length, seed), ""));
    for (Damage damage : damages) {
      Files.write(file, damage.how.apply(whole));
      byte[] damaged = Files.readAllBytes(file);
      Ended status = home.launch().run("data", "status");
      String as = damage.name + ", seed " + seed;
      assertThat(status.exit()).as(as + status.said()).isIn(5);
      withExit(status, 5);
      withExit(home.launch().run(TrainedHomes.training("v2")), 5);
      assertThat(Files.readAllBytes(file)).as(as).isEqualTo(damaged);
      Ended restored = withExit(home.launch().run("data", "restore"), 0);
      assertThat(restored.out()).contains(backup.toString());
      assertThat(competitions(home.launch())).as(as).isEqualTo(before);
      table.row(
          "corrupt database: " + damage.name,
          "touchline.mv.db",
          status,
          "Error: ",
          "the file, which data restore keeps as before-restore-…; after it all rows are there");
    }
    try (Stream<Path> kept = Files.list(file.getParent())) {
      assertThat(kept.filter(one -> one.getFileName().toString().startsWith("before-restore-")))
          .hasSizeGreaterThanOrEqualTo(1);
    }
  }

  /// Few bytes at a time, anywhere: an answer or a sentence, never a stack trace.
  @Test
  void fewBytesOfTheEmbeddedDatabase(TrainedHomes.Home home, Evidence.Table table)
      throws Exception {
    withExit(home.launch().run("data", "backup"), 0);
    JsonElement before = competitions(home.launch());
    Path file = home.path().resolve("database/touchline.mv.db");
    byte[] whole = Files.readAllBytes(file);
    long seed = Long.getLong("touchline.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    int answered = 0;
    List<Ended> refused = new ArrayList<>();
    int times = 30;
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(whole.length - 64);
      Files.write(file, noise(whole, at, 1 + random.nextInt(64), random.nextLong()));
      Ended status = home.launch().run("data", "status");
      assertThat(status.exit()).as("seed %d, byte %d: %s", seed, at, status.said()).isIn(0, 5);
      withExit(status, 0, 5);
      if (status.exit() == 0) {
        answered++;
      } else {
        refused.add(status);
      }
      withExit(home.launch().run("data", "restore"), 0);
    }
    assertThat(competitions(home.launch())).isEqualTo(before);
    assertThat(refused).as("seed %d", seed).isNotEmpty();
    table.row(
        "corrupt database: up to 64 bytes somewhere",
        "random bytes at random places (seed %d)".formatted(seed),
        times,
        "0, 5",
        refused.getFirst().line("Error: "),
        "an answer %d times (bytes that nobody reads, or values), a sentence %d times; data restore each time"
            .formatted(answered, refused.size()));
  }

  private static JsonElement competitions(Launch launch) throws Exception {
    return withExit(launch.run("data", "status", "--json"), 0).json().get("competitions");
  }

  private static byte[] tail(byte[] all) {
    return Arrays.copyOfRange(all, 12_288, all.length);
  }

  private static byte[] noise(byte[] all, int from, int length, long seed) {
    byte[] changed = all.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = from; i < Math.min(all.length, from + length); i++) {
      changed[i] = (byte) random.nextInt();
    }
    return changed;
  }
}
