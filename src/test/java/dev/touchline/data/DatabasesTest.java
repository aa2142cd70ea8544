/// Opening databases: tries, faults, the sample on first start.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {
  @TempDir Path home = Path.of("");

  private final List<Duration> waited = new ArrayList<>();
  private final Databases databases =
      new Databases(
          DatabaseSettings.DEFAULT,
          () -> PlayerMerges.NONE,
          List.of(Duration.ofMillis(500), Duration.ofMillis(1500)),
          Duration.ofSeconds(10),
          waited::add);

  private DatabaseAddress embedded() {
    return DatabaseAddress.of(null, home, Map.of());
  }

  private Fault refused(DatabaseAddress address) {
    return catchThrowableOfType(Fault.class, () -> databases.open(address).close());
  }

  @Test
  void aNewEmbeddedDatabaseHoldsTheSampleAndKeepsIt() {
    try (RowStore store = databases.open(embedded())) {
      assertThat(store.status().matches()).isEqualTo(64);
      assertThat(store.status().problems()).isEmpty();
      DataSet data =
          new DataSets()
              .load(
                  store,
                  RowStoreContract.split("2018-06-01", "2018-07-05", "2018-07-16"),
                  List.of());
      assertThat(data.training().size()).isGreaterThan(1_500);
      assertThat(data.validation().size()).isGreaterThan(200);
      assertThat(data.hash()).hasSize(64);
      assertThat(store.loadSample().unchanged()).isEqualTo(store.status().rows());
    }
    try (RowStore store = databases.open(embedded())) {
      assertThat(store.status().competitions())
          .extracting(StoreStatus.CompetitionStatus::competition)
          .containsExactly("sample-tournament");
    }
    assertThat(home.resolve("database/touchline.mv.db")).exists();
  }

  @Test
  void loadingTheSampleReplacesAnOlderOneAndNothingElse() throws IOException {
    Path file = home.resolve("old.csv");
    Files.writeString(
        file,
        RowStoreContract.HEADER
            + "\n900001,2018-06-14,sample-tournament,1,Gone,DEF,1,Ones,2,Twos,1,90,0,0,0"
            + "\n950000,2018-06-14,sample-tournament,1,Gone,DEF,1,Ones,2,Twos,1,90,0,0,0"
            + "\n5,2018-06-14,cup,1,Stays,DEF,1,Ones,2,Twos,1,90,0,0,0\n");
    try (RowStore store = H2RowStoreTest.memory()) {
      store.importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false);
      store.loadSample();
      assertThat(store.rows(RowQuery.ALL))
          .extracting(row -> row.playerName())
          .contains("Stays")
          .doesNotContain("Gone");
      assertThat(store.status().matches()).isEqualTo(65);
    }
  }

  @Test
  void aDatabaseThatANewerEngineMadeIsRefused() throws IOException {
    madeByANewerEngine();
    Fault fault = refused(embedded());
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(fault)
        .hasMessageStartingWith("The embedded database " + embedded().describe())
        .hasMessageContaining("was made by H2 build 999, which is newer than this program's");
    assertThat(fault.remedy()).contains("touchline data export");
  }

  @Test
  void aDatabaseThatANewerEngineMadeIsNotBackedUp() throws IOException {
    madeByANewerEngine();
    assertThatThrownBy(() -> databases.backup(embedded()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("was made by H2 build 999");
    assertThat(home.resolve("database/backups")).doesNotExist();
  }

  @Test
  void theConnectionTestRefusesADatabaseThatANewerEngineMade() throws IOException {
    madeByANewerEngine();
    assertThatThrownBy(() -> databases.test(embedded()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("was made by H2 build 999");
    assertThat(waited).isEmpty();
  }

  private void madeByANewerEngine() throws IOException {
    databases.open(embedded()).close();
    Path file = Path.of(embedded().describe() + ".mv.db");
    String made = "SET CREATE_BUILD ";
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(made + Constants.BUILD_ID);
    Files.writeString(
        file, bytes.replace(made + Constants.BUILD_ID, made + 999), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aClosedPortIsTriedThreeTimesWithGrowingPauses() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Fault fault =
        refused(
            DatabaseAddress.of(
                "postgresql://me:secret77@127.0.0.1:" + port + "/rows", home, Map.of()));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(fault.kind().exitCode()).isEqualTo(6);
    assertThat(fault)
        .hasMessage(
            "The database postgresql://127.0.0.1:" + port + "/rows cannot be reached (3 tries).");
    assertThat(fault.toString() + fault.remedy() + fault.details() + fault.getCause())
        .doesNotContain("secret77");
    assertThat(waited).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1500));
  }

  @Test
  void aDatabaseInUseByAnotherProcessSaysSo() throws IOException {
    databases.open(embedded()).close();
    Path file = home.resolve("database/touchline.mv.db");
    try (FileChannel other =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      Fault fault = refused(embedded());
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
      assertThat(fault).hasMessageContaining("in use by another Touchline");
      assertThat(waited).hasSize(2);
    }
  }

  @Test
  void aDamagedFileIsAStorageFault() throws IOException {
    Path file = home.resolve("database/touchline.mv.db");
    Files.createDirectories(home.resolve("database"));
    Files.write(file, "not a database at all ".repeat(1000).getBytes(StandardCharsets.UTF_8));
    Fault fault = refused(embedded());
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining("damaged");
    assertThat(waited).isEmpty();
  }

  @Test
  void aHomeThatCannotBeMadeIsAStorageFault() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    Fault fault = refused(DatabaseAddress.of(null, file, Map.of()));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
  }

  @Test
  void anInterruptEndsTheTries() {
    Databases interrupted =
        new Databases(
            DatabaseSettings.DEFAULT,
            () -> PlayerMerges.NONE,
            List.of(Duration.ofMillis(1)),
            Duration.ofSeconds(1),
            time -> {
              throw new InterruptedException();
            });
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                interrupted.open(
                    DatabaseAddress.of("postgresql://127.0.0.1:1/rows", home, Map.of())));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
  }
}
