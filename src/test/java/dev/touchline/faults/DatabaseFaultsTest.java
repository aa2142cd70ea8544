/// A database that refuses, is silent, slow or newer, or goes away while rows are read.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.data.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// A real PostgreSQL server, with [Wire] between it and the program.
@ExtendWith({TrainedHomes.class, Evidence.class, PostgresServer.Provider.class})
@EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
class DatabaseFaultsTest {
  private static final String SECRET = "s3cret-of-the-desk";

  private final PostgresServer server;

  DatabaseFaultsTest(PostgresServer server) {
    this.server = server;
  }

  /// The sample's rows on the server, for an account with a password.
  private void fill(TrainedHomes.Home home) throws Exception {
    server.role("desk", SECRET);
    server.dropTables();
    server.run("GRANT ALL ON SCHEMA public TO desk", "GRANT CREATE ON DATABASE postgres TO desk");
    Ended filled = run(home, server.port(), "data", "sample");
    assertThat(filled.exit()).as(filled.said()).isZero();
  }

  private static Ended run(TrainedHomes.Home home, int port, String... arguments) throws Exception {
    return run(home, port, SECRET, List.of(arguments));
  }

  private static Ended run(
      TrainedHomes.Home home, int port, String password, List<String> arguments) throws Exception {
    List<String> all = new ArrayList<>(arguments);
    Ended ended =
        home.launch()
            .with(
                "TOUCHLINE_DB",
                "postgresql://desk:" + password + "@localhost:" + port + "/postgres")
            .run(all.toArray(String[]::new));
    assertThat(ended.said()).doesNotContain(password);
    assertThat(ended.showsStack()).as(ended.said()).isFalse();
    return ended;
  }

  /// All rows of the tournament, so that the connection is lost while they come.
  private static String[] wide() {
    return CommandLine.trainV2()
        .days("2018-06-14", "2018-07-03", "2018-07-15")
        .twoChains(100)
        .with("--max-rhat", "9")
        .array();
  }

  private static void stillServed(TrainedHomes.Home home) throws IOException {
    assertThat(Files.readString(home.path().resolve("served.json"))).contains("\"v1\"");
    assertThat(home.path().resolve("models/v2")).doesNotExist();
  }

  /// By the times in the log: from the first warning to the second, and from there to the fault.
  private static void pausesGrow(TrainedHomes.Home home, String warning, Ended ended)
      throws IOException {
    List<LocalDateTime> times = new ArrayList<>();
    List<String> log = Files.readAllLines(home.path().resolve("logs/touchline.log"));
    for (String line : log) {
      if (line.contains(warning) || !times.isEmpty() && line.contains(" - failure - ")) {
        times.add(LocalDateTime.parse(line.substring(0, 23).replace(' ', 'T').replace(',', '.')));
      }
    }
    assertThat(times).as(ended.said()).hasSize(3);
    Duration first = Duration.between(times.get(0), times.get(1));
    Duration second = Duration.between(times.get(1), times.get(2));
    assertThat(first).as("first pause").isGreaterThanOrEqualTo(Duration.ofMillis(490));
    assertThat(second).as("second pause").isGreaterThan(first.plusMillis(500));
  }

  @Test
  void refused(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Ended ended = run(home, closed, TrainedHomes.training("v2"));
    assertThat(ended.exit()).as(ended.said()).isEqualTo(6);
    assertThat(ended.err()).contains("(3 tries)");
    pausesGrow(home, "cannot be reached (try ", ended);
    stillServed(home);
    table.row(
        "server that refuses",
        "a port where nobody listens",
        ended,
        "Error: ",
        "v1 is still served");
  }

  @Test
  void wrongPassword(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    server.role("desk", SECRET);
    Ended ended = run(home, server.port(), "n0t-this-one", List.of(TrainedHomes.training("v2")));
    assertThat(ended.exit()).as(ended.said()).isEqualTo(6);
    stillServed(home);
    table.row(
        "wrong password",
        "another password in TOUCHLINE_DB",
        ended,
        "Error: ",
        "v1 is still served; no password in what was printed");
  }

  @Test
  void silent(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    try (Wire wire = new Wire(server.port())) {
      wire.swallow();
      Ended ended = run(home, wire.port(), TrainedHomes.training("v2"));
      assertThat(ended.exit()).as(ended.said()).isEqualTo(6);
      stillServed(home);
      table.row(
          "server that is silent",
          "connections are taken and never answered",
          ended,
          "Error: ",
          "v1 is still served");
    }
  }

  @Test
  void slow(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    fill(home);
    try (Wire wire = new Wire(server.port())) {
      wire.delay(Duration.ofMillis(30));
      Ended ended = run(home, wire.port(), TrainedHomes.training("v2"));
      assertThat(ended.exit()).as(ended.said()).isZero();
      table.row(
          "slow network",
          "30 ms before each packet, both ways",
          ended,
          "published",
          "a whole new version");
    }
  }

  @Test
  void cutOnce(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    fill(home);
    try (Wire wire = new Wire(server.port())) {
      wire.cutOnceAfter(60_000);
      Ended ended = run(home, wire.port(), wide());
      assertThat(ended.exit()).as(ended.said()).isZero();
      table.row(
          "connection lost once while rows are read",
          "cut after 60 kB from the server",
          ended,
          "went away in the middle",
          "a whole new version: rows were read again");
    }
  }

  @Test
  void cutForGood(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    fill(home);
    try (Wire wire = new Wire(server.port())) {
      wire.cutForGoodAfter(60_000);
      Ended ended = run(home, wire.port(), wide());
      assertThat(ended.exit()).as(ended.said()).isEqualTo(6);
      pausesGrow(home, "went away in the middle of the work (try ", ended);
      stillServed(home);
      table.row(
          "server gone while rows are read",
          "cut for good after 60 kB from the server",
          ended,
          "Error: ",
          "v1 is still served");
    }
  }

  @Test
  void newerSchema(TrainedHomes.Home home, Evidence.Table table) throws Exception {
    fill(home);
    server.run(
        "INSERT INTO touchline_schema (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (900, '900', 'of a later version', 'SQL', 'V900__later.sql', 'desk', 1, true)");
    Ended ended = run(home, server.port(), TrainedHomes.training("v2"));
    assertThat(ended.exit()).as(ended.said()).isEqualTo(6);
    assertThat(ended.err()).contains("schema version 900");
    stillServed(home);
    table.row(
        "schema of a later Touchline",
        "a migration that this program does not know",
        ended,
        "Error: ",
        "v1 is still served; the tables as they were");
    server.dropTables();
  }
}
