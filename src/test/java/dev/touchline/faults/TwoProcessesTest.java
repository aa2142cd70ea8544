/// Two programs on one home at once: the second waits, or says who is at work and since when.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.touchline.TestFolders;
import dev.touchline.data.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// The first of the two is a training that has its rows and samples; [HeldRun] holds it there.
@ExtendWith({TrainedHomes.class, Evidence.class, PostgresServer.Provider.class})
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class TwoProcessesTest {
  /// How a process says that it waits for another.
  private static final String WAITS = "Waiting";

  private final PostgresServer server;

  TwoProcessesTest(PostgresServer server) {
    this.server = server;
  }

  private static Ended refused(Ended second, int exit, HeldRun first) {
    assertThat(second.exited(exit).err())
        .containsPattern(
            "process "
                + first.program().process().pid()
                + " since 2\\d{3}-\\S+Z \\(\\d+ seconds ago\\)");
    return second;
  }

  private static void sound(Launch launch, String... versions) throws Exception {
    Ended verified = launch.run("models", "verify").done();
    assertThat(verified.out()).contains(versions);
    assertThat(verified.out().lines()).allMatch(line -> line.endsWith("sound"));
    try (Stream<Path> left = Files.list(launch.home().resolve("checkpoints"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void trainingBesideTraining(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = home.launch();
    Ended second;
    Ended same;
    Ended waited;
    try (HeldRun first = HeldRun.sampling(launch, "v2")) {
      second = refused(launch.run(TrainedHomes.training("v3")), 6, first);
      same = refused(launch.run(TrainedHomes.training("v2")), 6, first);
      ProgramProcess third = launch.start(TrainedHomes.training("v3", "--wait", "200"));
      first.letGoWhenSaid(third, WAITS).done();
      waited = third.ended().done();
    }
    sound(launch, "v1", "v2", "v3");
    table.row(
        "train while another version is trained",
        "the embedded database; two processes",
        second,
        "Error: ",
        "v1, v2 of the first process; nothing of the second");
    table.row(
        "train while the same version is trained",
        "the embedded database; two processes",
        same,
        "Error: ",
        "v1, v2 of the first process");
    table.row(
        "train --wait while another version is trained",
        "the embedded database; --wait 200",
        waited,
        WAITS,
        "both versions, sound");
  }

  @Test
  void waitingForTheSameVersion(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = home.launch();
    Ended second;
    try (HeldRun first = HeldRun.sampling(launch, "v2")) {
      ProgramProcess waiting = launch.start(HeldRun.of("v2", "--wait", "200"));
      first.letGoWhenSaid(waiting, WAITS).done();
      second = waiting.ended().exited(2);
    }
    assertThat(second.out()).doesNotContain("MCMC sampling started");
    sound(launch, "v1", "v2");
    table.row(
        "train --wait while the same version is trained",
        "the embedded database; --wait 200",
        second,
        "Error: ",
        "v2 of the first process; the second did not sample");
  }

  @Test
  void importingBesideTraining(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = home.launch();
    Path csv = home.path().resolve("more.csv");
    launch.run("data", "export", csv.toString()).done();
    ManyCopies.of(csv, 2);
    long before = rows(launch);
    Ended refused;
    Ended waited;
    try (HeldRun first = HeldRun.sampling(launch, "v2")) {
      refused = refused(launch.run("data", "import", csv.toString()), 6, first);
      ProgramProcess second = launch.start("data", "import", csv.toString(), "--wait", "200");
      first.letGoWhenSaid(second, WAITS).done();
      waited = second.ended().done();
    }
    sound(launch, "v1", "v2");
    assertThat(rows(launch)).isEqualTo(3 * before);
    table.row(
        "import during a training",
        "the embedded database; two processes",
        refused,
        "Error: ",
        "the rows as they were; v2 of the first process");
    table.row(
        "import --wait during a training",
        "the embedded database; --wait 200",
        waited,
        "rows read",
        "v2 on the rows from before, and all new rows");
  }

  private static long rows(Launch launch) throws Exception {
    return launch.run("data", "status", "--json").done().json().get("rows").getAsLong();
  }

  @Test
  void onOneServer(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    Launch launch = OnServer.filled(home, server).launch();
    Path csv = home.path().resolve("more.csv");
    launch.run("data", "export", csv.toString()).done();
    ManyCopies.of(csv, 2);
    Ended same;
    Ended other;
    Ended imported;
    Ended two;
    try (HeldRun first = HeldRun.sampling(launch, "v2")) {
      same = refused(launch.run(TrainedHomes.training("v2")), 2, first);
      other = launch.run(TrainedHomes.training("v3")).done();
      imported = launch.run("data", "import", csv.toString()).done();
      ProgramProcess waiting = launch.start(HeldRun.of("v2", "--wait", "200"));
      assertThat(first.letGoWhenSaid(waiting, WAITS).done().said()).contains("published");
      two = waiting.ended().exited(2);
    }
    assertThat(same.err()).contains("Version v2 is being trained");
    assertThat(two.err()).contains("Version v2 exists already");
    assertThat(two.said()).doesNotContain("MCMC sampling started");
    sound(launch, "v1", "v2", "v3");
    table.row(
        "PostgreSQL: train while the same version is trained",
        "two processes on one home",
        same,
        "Error: ",
        "v1, v2 of the first process");
    table.row(
        "PostgreSQL: train --wait while the same version is trained",
        "--wait 200",
        two,
        "Error: ",
        "v2 of the first process; the second did not sample");
    table.row(
        "PostgreSQL: train while another version is trained",
        "two processes on one home",
        other,
        "published",
        "both versions, sound");
    table.row(
        "PostgreSQL: import during a training",
        "two processes on one home",
        imported,
        "rows read",
        "all new rows; v2 on those that it had read");
  }

  @Test
  void pruningAndServingBesideTraining(TrainedHomes.Home home, Evidence.Table table)
      throws Exception {
    Launch launch = home.launch();
    for (String copy : List.of("a", "b", "c")) {
      copy(launch, copy);
    }
    Ended served;
    Ended pruned;
    try (HeldRun first = HeldRun.sampling(launch, "v2", "--keep", "2")) {
      served = launch.run("models", "serve", "a").done();
      pruned = launch.run("models", "prune", "--keep", "1").done();
      first.letGo().done();
    }
    assertThat(served(launch)).isEqualTo("a");
    sound(launch, "a", "v2");
    table.row(
        "serve during a training",
        "two processes",
        served,
        "served",
        "the version that was chosen");
    table.row(
        "prune during a training", "two processes", pruned, "Deleted", "the served version and v2");
  }

  /// Many versions, so that the pruning takes longer than a process to start: the version that it
  /// would delete last is served meanwhile.
  @Test
  void aVersionIsServedThatIsAboutToBePruned(TrainedHomes.Home home, Evidence.Table table)
      throws Exception {
    Launch launch = home.launch();
    Path seed = launch.home().resolve("models/.seed");
    TestFolders.copy(launch.home().resolve("models/v1"), seed);
    int served = 0;
    int refused = 0;
    String seen = "";
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < 30; i++) {
        copy(launch, "old%02d".formatted(i));
      }
      launch.run("models", "serve", "v1").done();
      ProgramProcess prune = launch.start("models", "prune", "--keep", "1");
      ProgramProcess also = launch.start("models", "prune", "--keep", "1");
      Ended serve = launch.run("models", "serve", "old29");
      seen = prune.ended().done().line("elete");
      also.ended().done();
      String now = served(launch);
      if (serve.exit() == 0) {
        served++;
        assertThat(now).isEqualTo("old29");
      } else {
        refused++;
        assertThat(serve.exit()).as(serve.said()).isEqualTo(3);
        assertThat(now).isEqualTo("v1");
      }
      assertThat(launch.home().resolve("models").resolve(now)).isDirectory();
      copy(launch, "v1");
      launch.run("models", "serve", "v1").done();
      launch.run("models", "prune", "--keep", "1").done();
      sound(launch, "v1");
    }
    table.row(
        "prune twice, and serve, at once",
        "three processes; the version that is served is one of those to be pruned",
        6,
        "0, 3",
        seen,
        ("a version served that is there: %d times the one asked for, %d times the one before, as the"
                + " other was gone")
            .formatted(served, refused));
  }

  private static void copy(Launch launch, String version) throws IOException {
    Path models = launch.home().resolve("models");
    if (!Files.exists(models.resolve(version))) {
      Path seed = models.resolve(".seed");
      TestFolders.copy(Files.exists(seed) ? seed : models.resolve("v1"), models.resolve(version));
    }
  }

  private static String served(Launch launch) throws IOException {
    return JsonParser.parseString(Files.readString(launch.home().resolve("served.json")))
        .getAsJsonObject()
        .get("version")
        .getAsString();
  }
}
