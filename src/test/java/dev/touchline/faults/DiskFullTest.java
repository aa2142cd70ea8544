/// A disk that is really full, at each stage of the work: exit 5 in words, nothing half published,
/// and the space is given back.
package dev.touchline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@EnabledOnOs(OS.LINUX)
@ExtendWith({TrainedHomes.class, Evidence.class})
class DiskFullTest {
  private static final long ROOMY = 700L << 20;
  private static final int PAGE = 4096;

  /// What is held back while a trace is written and free again when the rest is.
  private static final long BALLAST = 1 << 20;

  private final TrainedHomes.Home trained;
  private SmallDisk disk;

  DiskFullTest(TrainedHomes.Home trained) {
    this.trained = trained;
  }

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.of(ROOMY);
    TestFolders.copy(trained.path(), disk.home());
  }

  @AfterEach
  void unmount() throws IOException {
    if (disk != null) {
      disk.close();
    }
  }

  private Launch launch() {
    return Launch.on(disk.home());
  }

  private void leave(long bytes) throws Exception {
    fill(used -> used + bytes);
  }

  /// Takes the room away; the program may take some itself meanwhile.
  private void fill(LongUnaryOperator leave) throws Exception {
    for (int tries = 0; ; tries++) {
      try {
        disk.resize(leave.applyAsLong(used()));
        return;
      } catch (IOException e) {
        if (tries == 50) {
          throw e;
        }
      }
    }
  }

  private long used() throws IOException {
    var store = Files.getFileStore(disk.folder());
    return store.getTotalSpace() - store.getUnallocatedSpace();
  }

  /// What the failed run must not have left, and what it must have.
  private void nothingHalfDone(Ended run) throws Exception {
    assertThat(run.exit()).as(run.said()).isEqualTo(5);
    assertThat(run.showsStack()).as(run.said()).isFalse();
    for (String folder : List.of("models", "unpublished")) {
      Path parent = disk.home().resolve(folder);
      if (Files.exists(parent)) {
        try (Stream<Path> files = Files.list(parent)) {
          assertThat(files.map(f -> f.getFileName().toString()).filter(n -> !n.equals("v1")))
              .isEmpty();
        }
      }
    }
    assertThat(launch().run("models", "verify").exit()).isZero();
  }

  @Test
  void lessThan500MegabytesAreRefusedBeforeAnythingIsBegun(Evidence.Table table) throws Exception {
    leave(400 << 20);
    Ended run = launch().run(TrainedHomes.training("v2"));
    nothingHalfDone(run);
    assertThat(disk.home().resolve("checkpoints/v2")).doesNotExist();
    table.row(
        "00 disk: less than 500 MB free", "a file system with 400 MB free", run, "Error: ", "v1");
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void oldVersionsMakeRoomWhereTheyMay(Evidence.Table table) throws Exception {
    for (String old : List.of("a1", "a2", "a3")) {
      TestFolders.copy(
          disk.home().resolve("models/v1"), disk.home().resolve("models").resolve(old));
      Files.write(disk.home().resolve("models").resolve(old).resolve("more"), new byte[20 << 20]);
    }
    leave(470 << 20);
    Ended refused = launch().run(TrainedHomes.training("v2"));
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.said()).contains("--keep");
    Ended run = launch().run(TrainedHomes.training("v2", "--keep", "2"));
    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(disk.home().resolve("models/v2")).exists();
    assertThat(disk.home().resolve("models/v1")).exists();
    table.row(
        "00 disk: old versions fill it",
        "three old versions of 20 MB on a file system with 470 MB free, --keep 2",
        run,
        "cleared",
        "the served version and the new one");
  }

  /// Fills the disk at the moment that a file or folder appears.
  private Ended fullWhen(String appears, LongUnaryOperator leave, String... training)
      throws Exception {
    ProgramProcess run = launch().start(training);
    while (run.process().isAlive() && !appeared(appears)) {
      Thread.sleep(1);
    }
    fill(leave);
    return run.ended();
  }

  /// Whether there is a folder, given by the beginning of its name, or a file in it.
  private boolean appeared(String place) throws IOException {
    String[] parts = place.split("/", 3);
    Path parent = disk.home().resolve(parts[0]);
    if (!Files.isDirectory(parent)) {
      return false;
    }
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(parts[1]) && Files.isDirectory(f))
          .anyMatch(f -> parts.length == 2 || Files.exists(f.resolve(parts[2])));
    }
  }

  private void whileSaving(String stage, String appears, long further, Evidence.Table table)
      throws Exception {
    Ended run =
        fullWhen("models/.v2.part" + appears, used -> used + further, TrainedHomes.training("v2"));
    nothingHalfDone(run);
    // The other engines would only meet the same disk.
    assertThat(Files.readString(disk.home().resolve("logs/touchline.log")))
        .doesNotContain("by libnetcdf", "by netCDF-Java");
    long after = used();
    disk.resize(ROOMY);
    Ended resumed = launch().run(TrainedHomes.training("v2", "--resume"));
    assertThat(resumed.exit()).as(resumed.said()).isZero();
    assertThat(launch().run("models", "verify").exit()).isZero();
    assertThat(after).isLessThan(used() + (1 << 20));
    table.row(
        stage,
        "room taken away but for %d kB when the version's %s appears"
            .formatted(further / 1024, appears.isEmpty() ? "folder" : appears.substring(1)),
        run,
        "Error: ",
        "v1 whole and served; the draws: --resume published v2 when there was room again");
  }

  private long size(String file) throws IOException {
    long bytes = Files.size(disk.home().resolve("models/v1").resolve(file));
    return (bytes + PAGE - 1) / PAGE * PAGE;
  }

  @Test
  void theTraceCannotBeBegun(Evidence.Table table) throws Exception {
    whileSaving("04 disk full: trace, its first bytes", "", PAGE, table);
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void theTraceCannotBeFinished(Evidence.Table table) throws Exception {
    whileSaving("05 disk full: trace, in its middle", "", BALLAST + size("trace.nc") / 2, table);
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void theMetadataCannotBeWritten(Evidence.Table table) throws Exception {
    whileSaving("06 disk full: metadata", "/trace.nc", 0, table);
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void theResultsCannotBeWritten(Evidence.Table table) throws Exception {
    whileSaving("07 disk full: results", "/metadata.json", PAGE, table);
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void theReportCannotBeWritten(Evidence.Table table) throws Exception {
    whileSaving(
        "08 disk full: report of the version",
        "/metadata.json",
        size("results.json") + PAGE,
        table);
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void theCheckpointCannotBeKept(Evidence.Table table) throws Exception {
    Ended run =
        fullWhen(
            "checkpoints/v2", used -> used, TrainedHomes.training("v2", "--checkpoint", "0.01"));
    nothingHalfDone(run);
    disk.resize(ROOMY);
    Ended resumed = launch().run(TrainedHomes.training("v2", "--resume"));
    assertThat(resumed.exit()).as(resumed.said()).isZero();
    table.row(
        "02 disk full: checkpoint begun",
        "room taken away when the run's folder appears",
        run,
        "Error: ",
        "v1; --resume begins again");
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void theDrawsCannotBeKept(Evidence.Table table) throws Exception {
    Ended run =
        fullWhen(
            "checkpoints/v2",
            used -> used + (64 << 10),
            TrainedHomes.training("v2", "--checkpoint", "0.01"));
    nothingHalfDone(run);
    disk.resize(ROOMY);
    Ended resumed = launch().run(TrainedHomes.training("v2", "--resume"));
    assertThat(resumed.exit()).as(resumed.said()).isZero();
    table.row(
        "03 disk full: draws and states while sampling",
        "room taken away but for 64 kB when the run's folder appears",
        run,
        "Error: ",
        "v1; --resume published v2");
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void theImportCannotBeStored(Evidence.Table table) throws Exception {
    Path csv = trained.path().resolve("season.csv");
    assertThat(trained.launch().run("data", "export", csv.toString()).exit()).isZero();
    ManyCopies.of(csv, 10);
    Ended before = launch().run("data", "status", "--json");
    leave(0);
    Ended run = launch().run("data", "import", csv.toString());
    disk.resize(ROOMY);
    assertThat(run.exit()).as(run.said()).isEqualTo(5);
    assertThat(launch().run("data", "status", "--json").json()).isEqualTo(before.json());
    Ended again = launch().run("data", "import", csv.toString());
    assertThat(again.exit()).as(again.said()).isZero();
    table.row(
        "01 disk full: import",
        "0 bytes left before 17,830 rows are imported",
        run,
        "Error: ",
        "the rows there were; the same import worked when there was room");
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void reportsAndPricesAreWholeOrNotThere(Evidence.Table table) throws Exception {
    Path batch = trained.path().resolve("ask.csv");
    StringBuilder lines = new StringBuilder("player,opponent,home\n");
    for (int i = 0; i < 200; i++) {
      lines.append(1000 + i).append(",999,1\n");
    }
    Files.writeString(batch, lines);
    Path prices = disk.folder().resolve("prices.csv");
    Files.writeString(prices, "yesterday's prices\n");
    leave(PAGE);
    Ended run =
        launch().run("predict", "v1", "--batch", batch.toString(), "--output", prices.toString());
    assertThat(run.exit()).as(run.said()).isEqualTo(5);
    assertThat(prices).content().isEqualTo("yesterday's prices\n");
    table.row(
        "09 disk full: file of prices", "4 kB left", run, "Error: ", "the file of the day before");

    Path report = disk.folder().resolve("comparison.html");
    disk.resize(ROOMY);
    Ended compared =
        fullWhenCompared(
            report,
            CommandLine.of("compare", "--multi", "v1")
                .twoDays()
                .twoChains(100)
                .with("--max-rhat", "3", "--report", report.toString())
                .array());
    assertThat(compared.exit()).as(compared.said()).isEqualTo(5);
    assertThat(report).doesNotExist();
    table.row(
        "10 disk full: report of a comparison",
        "room taken away when the last model of it is published",
        compared,
        "Error: ",
        "the models trained for it; no half report");
  }

  private Ended fullWhenCompared(Path report, String... command) throws Exception {
    ProgramProcess run = launch().start(command);
    while (run.process().isAlive()
        && !appeared("models/v1-cards")
        && !appeared("models/compare-cards")) {
      Thread.sleep(1);
    }
    leave(0);
    assertThat(report).doesNotExist();
    return run.ended();
  }

  @Test
  @EnabledIfSystemProperty(named = "touchline.faults", matches = "all")
  void whatGivesRoomWorksOnAFullDisk(Evidence.Table table) throws Exception {
    TestFolders.copy(disk.home().resolve("models/v1"), disk.home().resolve("models/v9"));
    leave(0);
    Ended serve = launch().run("models", "serve", "v9");
    assertThat(serve.exit()).as(serve.said()).isEqualTo(5);
    assertThat(disk.home().resolve("served.json")).content().contains("v1");
    table.row(
        "11 disk full: settings (models serve)", "0 bytes left", serve, "Error: ", "v1 served");
    Ended predict = launch().run("predict", "v1", "--player", "1", "--opponent", "2", "--home");
    assertThat(predict.exit()).as(predict.said()).isZero();
    table.row("12 disk full: predict", "0 bytes left", predict, "Shots", "prices as always");
    Ended prune = launch().run("models", "prune", "--keep", "1");
    assertThat(prune.exit()).as(prune.said()).isZero();
    assertThat(disk.home().resolve("models/v1")).exists();
    assertThat(disk.home().resolve("models/v9")).doesNotExist();
    assertThat(disk.free()).isPositive();
    table.row(
        "13 disk full: prune", "0 bytes left", prune, "Deleted", "v1; the space of v9 is free");
  }
}
