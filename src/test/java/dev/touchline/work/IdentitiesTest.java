/// Merging players, and taking it back, on a real database.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.data.DatabaseAddress;
import dev.touchline.data.MergeProposal;
import dev.touchline.data.RowQuery;
import dev.touchline.fault.Fault;
import dev.touchline.football.PlayerMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {
  private static final String HEADER =
      "match_id,match_date,competition,player_id,player_name,position,team_id,team_name,"
          + "opponent_id,opponent_name,was_home,minutes,goals,shots,cards\n";

  @TempDir Path folder = Path.of("");
  private Workspace workspace = new Workspace(new Home(folder), DatabaseAddress.of(null, folder));

  private static String line(int match, int player, String name) {
    return match
        + ",2020-01-0"
        + match
        + ",cup,"
        + player
        + ","
        + name
        + ",MID,1,Ones,2,Twos,1,90,0,1,0\n";
  }

  @BeforeEach
  void rows() throws IOException {
    workspace = new Workspace(new Home(folder), DatabaseAddress.of(null, folder));
    String text =
        HEADER
            + line(1, 10, "Ana Silva")
            + line(2, 10, "Ana Silva")
            + line(3, 20, "A. Silva")
            + line(4, 30, "Ana Silvá")
            + line(1, 40, "Ana Silva");
    Path file = Files.writeString(folder.resolve("rows.csv"), text);
    workspace.rows().importPaths(List.of(file), "csv", (name, count) -> {}, () -> false);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private List<Long> ids() {
    return workspace.rows().rows(new RowQuery(null, null, List.of("cup"))).stream()
        .map(PlayerMatch::playerId)
        .toList();
  }

  private String refusal(long id, long into) {
    Fault fault = catchThrowableOfType(Fault.class, () -> workspace.identities().merge(id, into));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
    return fault.getMessage();
  }

  @Test
  void nothingIsMergedByItself() {
    assertThat(ids()).containsExactly(10L, 40L, 10L, 20L, 30L);
    assertThat(workspace.identities().proposals())
        .extracting(MergeProposal::words)
        .filteredOn(words -> words.contains("(10;"))
        .as("40 played in a match with 10")
        .containsExactly(
            "A. Silva (20; Ones, 1 row) and Ana Silva (10; Ones, 2 rows): one name shortens the"
                + " other, in the same team",
            "Ana Silvá (30; Ones, 1 row) and Ana Silva (10; Ones, 2 rows): the same name in the"
                + " same team");
  }

  @Test
  void mergedRowsAreReadUnderTheKeptIdAndGivenBack() throws IOException {
    Identities identities = workspace.identities();
    long before = workspace.rows().status(false).players();
    assertThat(identities.merge(20, 30).rows()).isEqualTo(2);
    assertThat(identities.merge(30, 10).rows()).as("20 follows 30").isEqualTo(4);
    assertThat(ids()).containsExactly(10L, 40L, 10L, 10L, 10L);
    assertThat(workspace.rows().status(false).players()).isEqualTo(before - 2);
    assertThat(identities.merged()).isEqualTo(Map.of(20L, 10L, 30L, 10L));
    // Another program on the same home sees it, too.
    try (Workspace other = new Workspace(new Home(folder), workspace.address())) {
      assertThat(other.identities().merged()).hasSize(2);
    }

    Path file = folder.resolve("out.csv");
    workspace.rows().export(new RowQuery(null, null, List.of("cup")), file);
    assertThat(Files.readString(file)).as("as they were imported").contains(",20,A. Silva,");

    identities.split(20);
    identities.split(30);
    assertThat(ids()).containsExactly(10L, 40L, 10L, 20L, 30L);
    assertThat(workspace.rows().status(false).players()).isEqualTo(before);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(refusal(40, 10)).contains("played in the same match 1 time: they are two persons");
    assertThat(refusal(99, 10)).isEqualTo("The database holds no player with the id 99.");
    assertThat(refusal(10, 10)).contains("are one player already");
    Fault fault = catchThrowableOfType(Fault.class, () -> workspace.identities().split(10));
    assertThat(fault).hasMessage("The player 10 is not merged into another.");
    // Not by a detour either: 20 is one with 10 then, who met 40.
    workspace.identities().merge(20, 10);
    assertThat(refusal(20, 40)).contains("they are two persons");
    assertThat(refusal(40, 20)).contains("they are two persons");
  }

  @Test
  void whoMetAnyOfAPlayersIdsIsAnother() throws IOException {
    Path file =
        Files.writeString(folder.resolve("more.csv"), HEADER + line(3, 50, "Ana Silva Ruiz"));
    workspace.rows().importPaths(List.of(file), "csv", (name, count) -> {}, () -> false);
    workspace.identities().merge(20, 10);
    assertThat(refusal(50, 10)).as("50 met 20, who is 10").contains("they are two persons");
    assertThat(refusal(10, 50)).contains("they are two persons");
    assertThat(workspace.identities().merged()).isEqualTo(Map.of(20L, 10L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"merged\": 3}",
        "{\"merged\": [{\"id\": \"x\"}]}",
        "{\"merged\": [{\"id\": 1, \"into\": 2}, {\"id\": 2, \"into\": 1}]}",
        "\u0000"
      })
  void aBrokenFileIsNeverReadAsNobody(String text) throws IOException {
    Files.writeString(folder.resolve("players.json"), text);
    Fault fault = catchThrowableOfType(Fault.class, this::ids);
    assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
    assertThat(fault).hasMessageContaining("players.json");
  }
}
