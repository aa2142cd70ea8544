/// Wyscout public data on invented matches: the published layout and one file a match.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WyscoutImportTest {
  private static final Path LAYOUT = EventData.of("wyscout");

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
    assertThat(report.matches()).isEqualTo(2);
    assertThat(data.lines(201))
        .hasSize(25)
        .containsEntry("N. Player1", "GKP 90 0 1 0")
        .containsEntry("N. Player2", "DEF 90 0 0 0")
        .containsEntry("N. Player9", "MID 90 0 0 0")
        .containsEntry("N. Player10", "FWD 70 1 1 0")
        .containsEntry("N. Player11", "FWD 45 0 0 0")
        .containsEntry("N. Player12", "DEF 45 0 0 0")
        .containsEntry("N. Player13", "MID 20 1 1 0")
        .containsEntry("N. Player14", "FWD 1 0 0 0")
        .doesNotContainKey("N. Player15")
        .containsEntry("S. Pláyer1", "GKP 90 0 0 0")
        .containsEntry("S. Pláyer5", "DEF 65 0 0 2")
        .containsEntry("S. Pláyer6", "MID 90 0 0 1");
    PlayerMatch row = data.rows(201).getFirst();
    assertThat(row.competition()).isEqualTo("land-cup");
    assertThat(row.matchDate()).isEqualTo(LocalDate.of(2019, 3, 4));
    assertThat(row.opponentName()).isEqualTo("Söuth");
  }

  @Test
  void withoutLineUpsMinutesAreEstimatedAndItIsSaid() {
    ImportReport report = data.imported(LAYOUT);
    assertThat(data.lines(202))
        .hasSize(23)
        .containsEntry("N. Player4", "DEF 65 0 0 0")
        .containsEntry("N. Player12", "DEF 55 0 0 0")
        .containsEntry("N. Player10", "FWD 120 0 0 0")
        .containsEntry("S. Pláyer10", "FWD 120 0 0 0");
    assertThat(report.notes())
        .anyMatch(note -> note.startsWith("Minutes estimated") && note.endsWith("and 18 more."))
        .contains("1 match has no events here and was left out.");
  }

  @Test
  void importingAgainChangesNothingZippedOrNot() throws IOException {
    long rows = data.imported(LAYOUT).added();
    Map<String, byte[]> files = EventData.entries(LAYOUT);
    Path zipped = Files.createDirectories(folder.resolve("figshare"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey().replaceFirst("_.*|\\.json", "") + ".zip";
      EventData.zip(zipped.resolve(name), Map.of(file.getKey(), file.getValue()));
    }
    Path nested = EventData.zip(folder.resolve("all.zip"), EventData.entries(zipped));
    for (Path path :
        List.of(
            LAYOUT,
            zipped,
            nested,
            zipped.resolve("events.zip"),
            LAYOUT.resolve("events_Land_Cup.json"))) {
      ImportReport again = data.imported(path);
      assertThat(again.rejected()).as(path.toString()).isEmpty();
      assertThat(again.unchanged()).as(path.toString()).isEqualTo(rows);
    }
  }

  @Test
  void matchFilesTakeTheirDayFromThemselvesOrAnIndex() {
    ImportReport report = data.imported(EventData.of("wyscout-matches"));
    assertThat(report.rejected()).isEmpty();
    assertThat(report.matches()).isEqualTo(2);
    assertThat(data.rows(301)).hasSize(23);
    assertThat(data.rows(301).getFirst().matchDate()).isEqualTo(LocalDate.of(2019, 3, 10));
    assertThat(data.rows(301).getFirst().competition()).isEqualTo("land-cup");
    assertThat(data.lines(302)).containsEntry("N. Player13", "MID 20 1 1 0");
    assertThat(data.rows(302).getFirst().competition()).isEqualTo("wyscout-6-5");
    assertThat(data.imported(EventData.of("wyscout-matches/files/301.json")).unchanged())
        .isEqualTo(23);
  }

  @Test
  void aMatchFileWithoutADayIsRefused() throws IOException {
    Path alone = folder.resolve("sub/301.json");
    Files.createDirectories(alone.getParent());
    Files.copy(EventData.of("wyscout-matches/files/301.json"), alone);
    assertThat(data.imported(alone).rejected())
        .hasSize(1)
        .allMatch(one -> one.reason().startsWith("Match 301: the file says no date"));
  }

  @Test
  void whereTheEventsBreakOffTheCompleteMatchesAreTaken() throws IOException {
    Path layout = EventData.copied("wyscout", folder);
    Path events = layout.resolve("events_Land_Cup.json");
    String text = Files.readString(events);
    Files.writeString(events, text.substring(0, text.lastIndexOf('{')));
    ImportReport report = data.imported(layout);
    assertThat(report.rejected())
        .extracting(Rejection::reason)
        .containsExactly(
            "The file breaks off before its end.",
            "Match 202: its events file breaks off before its end.");
    assertThat(data.rows(201)).hasSize(25);
    assertThat(data.rows(202)).isEmpty();
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    Path layout = EventData.copied("wyscout", folder);
    Files.delete(layout.resolve("players.json"));
    assertThat(data.imported(layout).rejected())
        .hasSize(2)
        .allMatch(one -> one.reason().contains("is not in players.json"));
    Files.delete(layout.resolve("matches_Land_Cup.json"));
    assertThat(data.imported(layout).rejected())
        .singleElement()
        .extracting(Rejection::reason)
        .isEqualTo(
            "The file has events of 2 matches that no matches file lists, such as match 201.");
    assertThat(data.rows(201)).isEmpty();
  }

  @Test
  void oneWrongEventRefusesItsMatchOnly() throws IOException {
    Path layout = EventData.copied("wyscout", folder);
    EventData.replaced(
        layout.resolve("events_Land_Cup.json"),
        "\"matchId\": 201, \"eventName\": \"Shot\", \"teamId\": 51",
        "\"matchId\": 201, \"eventName\": \"Shot\", \"teamId\": 52");
    ImportReport report = data.imported(layout);
    assertThat(report.rejected())
        .containsExactly(
            new Rejection(
                "events_Land_Cup.json", 0, "", "Match 201: player 110 plays for both teams."));
    assertThat(data.rows(202)).hasSize(23);
  }
}
