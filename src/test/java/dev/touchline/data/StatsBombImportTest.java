/// StatsBomb open data on invented matches: what counts, what is refused, in which forms it comes.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsBombImportTest {
  private static final Path LAYOUT = EventData.of("statsbomb");

  @TempDir Path folder = Path.of("");
  private final EventData data = new EventData();

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void countsMinutesGoalsShotsAndCards() {
    ImportReport report = data.imported(LAYOUT);
    assertThat(report.rejected()).isEmpty();
    assertThat(report.added()).isEqualTo(49);
    assertThat(report.matches()).isEqualTo(2);
    assertThat(report.notes())
        .containsExactlyInAnyOrder(
            "1 match has no events file here and was left out.",
            "1 player was booked without having been on the pitch; they have no row.",
            "Read as StatsBomb open data: 2 matches taken.");
    Map<String, String> lines = data.lines(101);
    assertThat(lines).hasSize(25);
    assertThat(lines)
        .containsEntry("Red Ann", "GKP 90 0 0 0")
        .containsEntry("Red Émile", "DEF 60 0 0 2")
        .containsEntry("Red Gus", "MID 85 0 0 0")
        .containsEntry("Ivo", "FWD 90 1 1 0")
        .containsEntry("Red Jan", "FWD 90 0 1 0")
        .containsEntry("Red Kit", "FWD 45 0 0 0")
        .containsEntry("Red Lou", "MID 45 0 0 0")
        .containsEntry("Red Max", "FWD 1 0 0 0")
        .containsEntry("Blue Cal", "DEF 45 0 0 1")
        .containsEntry("Blue Ben", "DEF 90 0 0 0")
        .containsEntry("Blue Ken", "FWD 75 0 0 0")
        .containsEntry("Blue Lex", "FWD 15 0 0 0")
        .containsEntry("Blue Jed", "FWD 90 1 2 0")
        .containsEntry("Blue Ike", "FWD 90 1 1 0")
        .doesNotContainKey("Blue Nat");
    PlayerMatch row = data.rows(101).getFirst();
    assertThat(row.competition()).isEqualTo("coupe-dete-2021-2022");
    assertThat(row.matchDate()).isEqualTo(LocalDate.of(2021, 9, 1));
    assertThat(row.playerId()).isEqualTo(1_000_000_001L);
    assertThat(row.teamId()).isEqualTo(1_000_000_011L);
    assertThat(row.opponentName()).isEqualTo("Bluewick");
    assertThat(row.wasHome()).isTrue();
  }

  @Test
  void extraTimeCountsAndTheShootOutDoesNot() {
    data.imported(LAYOUT);
    assertThat(data.lines(102))
        .hasSize(24)
        .containsEntry("Red Hal", "FWD 93 0 0 0".replace("FWD", "MID"))
        .containsEntry("Red Ned", "MID 27 0 0 0")
        .containsEntry("Red Ivo", "FWD 120 1 1 0")
        .containsEntry("Red Oz", "FWD 1 0 0 0")
        .containsEntry("Red Jan", "FWD 120 0 0 0")
        .containsEntry("Blue Jed", "FWD 120 1 1 0");
    assertThat(data.rows(102).getFirst().wasHome()).isFalse();
  }

  @Test
  void importingAgainChangesNothingWhateverTheForm() throws IOException {
    data.imported(LAYOUT);
    Path zip =
        EventData.zip(folder.resolve("open-data-master.zip"), EventData.entries(EventData.ROOT));
    for (Path path :
        List.of(LAYOUT, zip, LAYOUT.resolve("events"), LAYOUT.resolve("matches/7/1.json"))) {
      ImportReport again =
          data.store.importPaths(List.of(path), "statsbomb", ImportProgress.NONE, () -> false);
      assertThat(again.unchanged()).as(path.toString()).isEqualTo(49);
      assertThat(again.added() + again.updated()).isZero();
    }
  }

  @Test
  void oneEventsFileFindsItsMatchBeside() {
    ImportReport report = data.imported(LAYOUT.resolve("events/101.json"));
    assertThat(report.rejected()).isEmpty();
    assertThat(report.added()).isEqualTo(25);
    assertThat(report.matches()).isEqualTo(1);
    assertThat(data.lines(101)).as("nicknames from the line-ups").containsKey("Ivo");
  }

  @Test
  void anEventsFileAloneIsRefused() throws IOException {
    Path alone = folder.resolve("101.json");
    Files.copy(LAYOUT.resolve("events/101.json"), alone);
    assertThat(data.imported(alone).rejected())
        .containsExactly(
            new Rejection(
                "101.json",
                0,
                "",
                "Match 101: no matches file lists it, so its date and its teams are unknown."));
  }

  @Test
  void theCompetitionCanBeChosen() {
    ImportReport report =
        data.store.importPaths(
            List.of(LAYOUT), new ImportOptions("auto", "my-cup"), ImportProgress.NONE, () -> false);
    assertThat(report.added()).isEqualTo(49);
    assertThat(data.rows(101)).allMatch(row -> row.competition().equals("my-cup"));
    assertThat(data.imported(LAYOUT).rejected())
        .extracting(Rejection::reason)
        .contains("Match 101: it is already stored under \"my-cup\".");
  }

  @Test
  void aBrokenMatchIsRefusedWholeAndTheOthersAreTaken() throws IOException {
    Map<String, String> wrongs =
        Map.of(
            "\"name\": \"Second Yellow\"", "\"name\": \"Purple Card\"",
            "\"timestamp\": \"00:15:00.000\"", "\"timestamp\": \"soon\"",
            "\"period\": 2", "\"period\": 9",
            "\"position\": {\"id\": 16, ", "\"position\": {\"id\": 1e999, ",
            "\"team\": {\"id\": 12, ", "\"team\": {\"id\": 13, ",
            "\"id\": 29, \"name\": \"Blue Ike\"", "\"id\": NaN, \"name\": \"Blue Ike\"",
            "\"Blue Jed\"", "\"Blue\\tJed\"",
            "\"Starting XI\"", "\"Starting\"");
    int number = 0;
    for (Map.Entry<String, String> wrong : wrongs.entrySet()) {
      Path layout = EventData.copied("statsbomb", folder.resolve("w" + number++));
      EventData.replaced(layout.resolve("events/101.json"), wrong.getKey(), wrong.getValue());
      try (EventData fresh = new EventData()) {
        ImportReport report = fresh.imported(layout);
        assertThat(report.rejected()).as(wrong.getValue()).hasSize(1);
        assertThat(report.rejected().getFirst().file()).isEqualTo("events/101.json");
        assertThat(report.rejected().getFirst().reason()).startsWith("Match 101: ");
        assertThat(fresh.rows(101)).isEmpty();
        assertThat(fresh.rows(102)).hasSize(24);
      }
    }
  }

  @Test
  void stoppingKeepsWholeMatches() {
    AtomicInteger heard = new AtomicInteger();
    ImportReport report =
        data.store.importPaths(
            List.of(LAYOUT),
            ImportOptions.AUTO,
            (file, rows) -> heard.incrementAndGet(),
            () -> heard.get() >= 1);
    assertThat(report.added()).isEqualTo(25);
    assertThat(data.rows(101)).hasSize(25);
    assertThat(data.rows(102)).isEmpty();
    assertThat(report.notes())
        .contains("Stopped: the matches read so far are stored, the others are not.");
  }
}
