/// `touchline data …`: rows in, out and counted.
package dev.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest {
  private static final String HEADER =
      "match_id,match_date,competition,player_id,player_name,position,team_id,team_name,"
          + "opponent_id,opponent_name,was_home,minutes,goals,shots,cards";
  private static final String GOOD =
      "1,2024-08-17,test-cup,11,Ana Silva,FWD,1,Reds,2,Blues,1,90,1,4,0";
  private static final String BAD =
      "1,2024-08-17,test-cup,12,Eva Costa,DEF,1,Reds,2,Blues,1,ninety,0,0,0";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aNewHomeHoldsTheSampleTournament() {
    JsonObject status = new Program(folder).run("data", "status", "--json").json();
    assertThat(status.get("matches").getAsInt()).isEqualTo(64);
    assertThat(status.get("first_day").getAsString()).isEqualTo("2018-06-14");
    assertThat(status.getAsJsonArray("competitions")).hasSize(1);
    assertThat(status.getAsJsonArray("problems")).isNotNull();
    Program.Run text = new Program(folder).run("data", "status");
    assertThat(text.out()).contains("sample-tournament").contains("2018-06-14 to 2018-07-15");
  }

  @Test
  void theSampleLoadedAgainChangesNothing() {
    Program.Run run = new Program(folder).run("data", "sample", "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("new").getAsLong()).isZero();
    assertThat(run.json().get("unchanged").getAsLong()).isGreaterThan(1000);
  }

  @Test
  void aFileImportedTwiceIsNewOnce() throws IOException {
    Path file = Files.write(folder.resolve("rows.csv"), List.of(HEADER, GOOD));
    Program program = new Program(folder);
    JsonObject first = program.run("data", "import", file.toString(), "--json").json();
    assertThat(first.get("read").getAsLong()).isEqualTo(1);
    assertThat(first.get("new").getAsLong()).isEqualTo(1);
    JsonObject second = program.run("data", "import", file.toString(), "--json").json();
    assertThat(second.get("new").getAsLong()).isZero();
    assertThat(second.get("unchanged").getAsLong()).isEqualTo(1);
  }

  @Test
  void rejectedLinesNameFileLineColumnAndReason() throws IOException {
    Path file = Files.write(folder.resolve("rows.csv"), List.of(HEADER, GOOD, BAD));
    Program.Run run = new Program(folder).run("data", "import", file.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("rows.csv, line 3, column minutes").contains("ninety");
    JsonObject json = new Program(folder).run("data", "import", file.toString(), "--json").json();
    JsonObject rejected = json.getAsJsonArray("rejected").get(0).getAsJsonObject();
    assertThat(rejected.get("line").getAsInt()).isEqualTo(3);
    assertThat(rejected.get("column").getAsString()).isEqualTo("minutes");
    assertThat(rejected.keySet()).contains("file", "reason");
  }

  @Test
  void aFileOfAnotherLayoutIsToldInOneLine() throws IOException {
    Path file = Files.write(folder.resolve("other.csv"), List.of("Spieler;Tore", "A;1"));
    Program.Run run = new Program(folder).run("data", "import", file.toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out().lines().filter(line -> line.startsWith("Rejected: ")))
        .singleElement()
        .asString()
        .startsWith("Rejected: other.csv: The file is no player-match CSV: it has none of")
        .contains("\"Spieler\", \"Tore\", separated by semicolons")
        .contains("docs/data-formats.md");
    JsonObject json = new Program(folder).run("data", "import", file.toString(), "--json").json();
    assertThat(json.getAsJsonArray("rejected")).hasSize(1);
    assertThat(json.getAsJsonArray("rejected").get(0).getAsJsonObject().keySet())
        .containsExactlyInAnyOrder("file", "line", "column", "reason");
  }

  @Test
  void eventDataAreRecognisedAndStoredUnderTheChosenKey() {
    String layout = Path.of("src/test/resources/event-data/wyscout").toString();
    Program program = new Program(folder);
    Program.Run run = program.run("data", "import", layout, "--competition", "our-cup", "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("new").getAsLong()).isEqualTo(48);
    assertThat(run.json().get("matches").getAsInt()).isEqualTo(2);
    assertThat(run.json().get("notes").toString()).contains("Read as Wyscout public data");
    assertThat(program.run("data", "status").out()).contains("our-cup");
    Program.Run again = program.run("data", "import", layout);
    assertThat(again.exit()).isEqualTo(3);
    assertThat(again.out())
        .contains("Rejected: events_Land_Cup.json: Match 201: it is already stored under");
    assertThat(program.run("data", "import", layout, "--format", "csv").exit()).isEqualTo(3);
    assertThat(program.run("data", "import", layout, "--competition", " ").exit()).isEqualTo(2);
  }

  @Test
  void aMissingFileIsInvalidData() {
    Program.Run run =
        new Program(folder).run("data", "import", folder.resolve("none.csv").toString());
    assertThat(run.exit()).isEqualTo(3);
  }

  @Test
  void whatIsExportedCanBeImported() {
    Program program = new Program(folder);
    Path file = folder.resolve("export.csv");
    Program.Run run =
        program.run("data", "export", file.toString(), "--to", "2018-06-14", "--json");
    assertThat(run.exit()).isZero();
    long rows = run.json().get("rows").getAsLong();
    assertThat(rows).isGreaterThan(20);
    assertThat(file).content().startsWith(HEADER);
    JsonObject back = program.run("data", "import", file.toString(), "--json").json();
    assertThat(back.get("unchanged").getAsLong()).isEqualTo(rows);
    assertThat(program.run("data", "export", file.toString(), "--from", "yesterday").exit())
        .isEqualTo(2);
  }

  @Test
  void playersAreMergedOnRequestAndTakenApartAgain() throws IOException {
    Path file =
        Files.write(
            folder.resolve("rows.csv"),
            List.of(
                HEADER, GOOD, "2,2024-08-24,test-cup,12,A. Silva,FWD,1,Reds,2,Blues,1,90,1,4,0"));
    Program program = new Program(folder);
    program.run("data", "import", file.toString());
    assertThat(program.run("data", "merge").out()).contains("touchline data merge 12 11");
    assertThat(program.run("data", "status").out()).contains("A. Silva (12; Reds, 1 row)");
    Program.Run merged = program.run("data", "merge", "12", "11");
    assertThat(merged.exit()).isZero();
    assertThat(merged.out()).contains("12 is read as Ana Silva (11), who has 2 rows now");
    JsonObject json = program.run("data", "merge", "--json").json();
    assertThat(json.getAsJsonObject("merged").get("12").getAsLong()).isEqualTo(11);
    assertThat(json.getAsJsonArray("proposals")).isEmpty();
    assertThat(program.run("data", "merge", "--undo", "12").exit()).isZero();
    assertThat(program.run("data", "merge", "--undo", "12").exit()).isEqualTo(3);
    assertThat(program.run("data", "merge", "12").exit()).isEqualTo(2);
    assertThat(program.run("data", "merge", "12", "x").exit()).isEqualTo(2);
  }

  @Test
  @ExtendWith(TrainedHome.class)
  void whatAVersionSawIsWrittenExactlyOrNotAtAll(Program program) throws IOException {
    Path file = folder.resolve("seen.csv");
    JsonObject written =
        program.run("data", "export", file.toString(), "--version", "v1", "--json").json();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(written.get("rows").getAsInt() + 1);
    assertThat(lines.getFirst()).startsWith(HEADER).endsWith(",window");
    assertThat(lines.get(1)).endsWith(",training");
    assertThat(lines.getLast()).endsWith(",validation");
    assertThat(program.run("data", "export", "x.csv", "--version", "v1", "--from", "2018-06-01"))
        .extracting(Program.Run::exit)
        .isEqualTo(2);

    // One count of one row that it saw changes: nothing is written.
    String[] fields = lines.get(1).split(",", -1);
    fields[13] = Integer.toString(Integer.parseInt(fields[13]) + 1);
    Path changed =
        Files.write(
            folder.resolve("changed.csv"),
            List.of(HEADER, String.join(",", List.of(fields).subList(0, 15))));
    assertThat(program.run("data", "import", changed.toString()).exit()).isZero();
    Path other = folder.resolve("other.csv");
    Program.Run refused = program.run("data", "export", other.toString(), "--version", "v1");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("v1").contains("but with other values");
    assertThat(other).doesNotExist();
  }
}
