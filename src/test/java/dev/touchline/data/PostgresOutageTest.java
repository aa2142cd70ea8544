/// A server that goes away in the middle of the work, and one that comes back.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.TestFolders;
import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresOutageTest {
  @TempDir Path folder = Path.of("");
  private final int port = freePort();
  private EmbeddedPostgres server = started();

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Not in the test's own folder, which the server's account may not enter.
  private Path data() {
    return Path.of(System.getProperty("java.io.tmpdir"), "outage-" + port);
  }

  private EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data())
          .setCleanDataDirectory(false)
          .setPort(port)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void someRows() throws IOException {
    CsvExport.write(folder.resolve("a.csv"), rows -> Rows.season(60, 1).forEach(rows));
    CsvExport.write(folder.resolve("b.csv"), rows -> Rows.season(60, 2).forEach(rows));
  }

  @AfterEach
  void end() throws IOException {
    stop();
    TestFolders.delete(data());
  }

  private RowStore open() {
    return new Databases(
            new DatabaseSettings(Duration.ofMinutes(1), 100, null),
            () -> PlayerMerges.NONE,
            List.of(Duration.ofMillis(10), Duration.ofMillis(20)),
            Duration.ofSeconds(1),
            time -> Thread.sleep(time))
        .open(
            DatabaseAddress.of(
                "postgresql://postgres@localhost:" + port + "/postgres", folder, Map.of()));
  }

  private ImportReport imported(RowStore store, String file, ImportProgress progress) {
    return store.importPaths(List.of(folder.resolve(file)), "csv", progress, () -> false);
  }

  @Test
  void workBeginsAgainWhereTheServerIsRestartedAndEndsWhereItStaysAway() {
    var split = RowStoreContract.split("2020-08-01", "2021-03-01", "2021-09-20");
    try (RowStore store = open()) {
      // Killed and restarted while a file is written.
      AtomicInteger told = new AtomicInteger();
      ImportReport report =
          imported(
              store,
              "a.csv",
              (file, rows) -> {
                if (told.incrementAndGet() == 1) {
                  stop();
                  server = started();
                }
              });
      assertThat(told.get()).isGreaterThan(2);
      assertThat(report.added()).isEqualTo(60 * 66);
      assertThat(store.rows(RowQuery.ALL)).isEqualTo(Rows.season(60, 1));
      DataSet before = new DataSets().load(store, split, List.of());

      // Killed and restarted while rows are read: each row once, in the end.
      AtomicInteger read = new AtomicInteger();
      List<?> rows =
          store.read(
              RowQuery.ALL,
              () -> {
                List<Object> taken = new java.util.ArrayList<>();
                return RowTaker.of(
                    row -> {
                      taken.add(row);
                      if (read.incrementAndGet() == 1_000) {
                        stop();
                        server = started();
                      }
                    },
                    () -> taken);
              });
      assertThat(read.get()).isGreaterThan(60 * 66 + 900);
      assertThat(rows).isEqualTo(Rows.season(60, 1));
      assertThat(new DataSets().load(store, split, List.of()).hash()).isEqualTo(before.hash());

      // It stays away: a clear fault, and nothing is half imported.
      Fault fault =
          catchThrowableOfType(
              Fault.class, () -> imported(store, "b.csv", (file, count) -> stop()));
      assertThat(fault.kind().exitCode()).isEqualTo(6);
      assertThat(fault).hasMessageContaining("broke off the work (3 tries)");
      server = started();
      assertThat(store.rows(RowQuery.ALL)).isEqualTo(Rows.season(60, 1));
    }
    assertThat(Files.exists(folder.resolve("b.csv"))).isTrue();
  }
}
