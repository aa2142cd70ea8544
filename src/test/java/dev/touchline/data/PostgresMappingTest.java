/// A desk's own table, read where it lies by an account that may do nothing else.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import dev.touchline.football.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.Provider.class)
class PostgresMappingTest {
  private static final String MAPPING =
      """
      {
        "mapping": {
          "schema": "desk",
          "table": "appearances",
          "columns": {
            "match_id": "fixture", "match_date": "kick_off", "player_id": "person",
            "player_name": "known_as", "position": "role", "team_id": "side",
            "team_name": "side_name", "opponent_id": "other", "opponent_name": "other_name",
            "was_home": "venue", "minutes": "mins", "goals": "g", "shots": "att", "cards": "bookings"
          },
          "constants": {"competition": "cup"},
          "positions": {"Goalkeeper": "GKP", "D": "DEF", "M": "MID", "F": "FWD"}
        }
      }
      """;

  @TempDir Path home = Path.of("");
  private final PostgresServer server;

  PostgresMappingTest(PostgresServer server) {
    this.server = server;
  }

  @BeforeEach
  void deskTable() throws IOException {
    server.dropTables();
    server.role("onlooker", "look");
    Path file = home.resolve("season.csv");
    CsvExport.write(file, rows -> Rows.season(12, 3).forEach(rows));
    try (RowStore own = new Databases().open(address("postgres:x@"))) {
      own.importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false);
    }
    // Types and words that differ from ours, a bench player without minutes, a row that is broken.
    server.run(
        "DROP SCHEMA IF EXISTS desk CASCADE",
        "CREATE SCHEMA desk",
        """
        CREATE TABLE desk.raw AS SELECT CAST(m.match_id AS TEXT) fixture,
          CAST(m.match_date AS TIMESTAMP) + TIME '20:45' kick_off, CAST(p.player_id AS NUMERIC) person,
          p.player_name known_as, CASE p.player_position WHEN 'GKP' THEN 'goalkeeper' WHEN 'DEF'
          THEN 'D' WHEN 'MID' THEN 'mid' ELSE 'f' END "role", CAST(p.team_id AS INTEGER) side,
          p.team_name side_name, p.opponent_id other, p.opponent_name other_name,
          CASE WHEN p.was_home THEN 'H' ELSE 'A' END venue, CAST(p.minutes AS SMALLINT) mins,
          p.goals g, p.shots att, p.cards bookings, 'not needed' AS notes
        FROM matches m JOIN player_matches p ON p.match_id = m.match_id
        """,
        "INSERT INTO desk.raw SELECT fixture, kick_off, 9001, 'Bench', \"role\", side, side_name,"
            + " other, other_name, venue, 0, 0, 0, 0, '' FROM desk.raw LIMIT 1",
        "INSERT INTO desk.raw SELECT fixture, kick_off, 9002, 'Sweeper', 'libero', side, side_name,"
            + " other, other_name, venue, 90, 0, 0, 0, '' FROM desk.raw LIMIT 1",
        "CREATE VIEW desk.appearances AS SELECT * FROM desk.raw",
        "GRANT USAGE ON SCHEMA desk TO onlooker",
        "GRANT SELECT ON desk.appearances TO onlooker");
  }

  private DatabaseAddress address(String login) {
    return DatabaseAddress.of(server.url(login, ""), home, Map.of());
  }

  private Databases mapped(String json) throws IOException {
    Files.writeString(home.resolve(DatabaseSettings.FILE), json);
    return new Databases(DatabaseSettings.read(home));
  }

  private Fault refused(String json) throws IOException {
    Databases databases = mapped(json);
    Fault opened =
        catchThrowableOfType(Fault.class, () -> databases.open(address("onlooker:look@")).close());
    Fault tested =
        catchThrowableOfType(Fault.class, () -> databases.test(address("onlooker:look@")));
    assertThat(tested).hasMessage(opened.getMessage());
    return opened;
  }

  @Test
  void aViewOfOtherNamesGivesTheSameDataSet() throws IOException {
    var split = RowStoreContract.split("2020-08-01", "2020-09-20", "2020-10-20");
    DataSet own;
    try (RowStore store = new Databases().open(address("postgres:x@"))) {
      own = new DataSets().load(store, split, List.of());
    }
    try (RowStore store = mapped(MAPPING).open(address("onlooker:look@"))) {
      assertThat(store.rows(RowQuery.ALL)).isEqualTo(Rows.season(12, 3));
      assertThat(new DataSets().load(store, split, List.of("cup")).hash()).isEqualTo(own.hash());
      StoreStatus status = store.status();
      assertThat(status.rows()).isEqualTo(12 * 66);
      assertThat(status.database()).endsWith(", table desk.appearances");
      assertThat(status.problems())
          .filteredOn(problem -> problem.check().equals("unusable_rows"))
          .singleElement()
          .extracting(StoreStatus.DataProblem::examples)
          .isEqualTo(List.of("Sweeper in match 1: no position, or one that is not mapped"));
    }
  }

  @Test
  void aMappedTableIsNeverWrittenTo() throws IOException {
    Path file = home.resolve("season.csv");
    try (RowStore store = mapped(MAPPING).open(address("onlooker:look@"))) {
      for (Runnable write :
          List.<Runnable>of(
              store::loadSample,
              () -> store.importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false))) {
        Fault fault = catchThrowableOfType(Fault.class, write::run);
        assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
        assertThat(fault).hasMessageContaining("desk.appearances");
      }
    }
  }

  @Test
  void whatTheMappingGetsWrongIsNamed() throws IOException {
    assertThat(refused(MAPPING.replace("\"appearances\"", "\"nothing\"")))
        .hasMessageContaining("no table desk.nothing")
        .matches(fault -> fault.kind() == Fault.Kind.USAGE);
    assertThat(refused(MAPPING.replace("\"mins\"", "\"minutes_played\"")))
        .hasMessageContaining("minutes_played")
        .matches(fault -> fault.kind() == Fault.Kind.USAGE);
    assertThat(refused(MAPPING.replace("\"appearances\"", "\"raw\"")))
        .hasMessageContaining("\"onlooker\" may not read the table desk.raw")
        .matches(fault -> fault.kind() == Fault.Kind.DATABASE);
    server.run("REVOKE USAGE ON SCHEMA desk FROM onlooker");
    assertThat(refused(MAPPING)).matches(fault -> fault.kind() == Fault.Kind.DATABASE);
  }

  @Test
  void aValueThatFitsNoColumnIsAFaultOfTheData() throws IOException {
    server.run("UPDATE desk.raw SET fixture = 'final' WHERE person = 9001");
    try (RowStore store = mapped(MAPPING).open(address("onlooker:look@"))) {
      Fault fault = catchThrowableOfType(Fault.class, () -> store.rows(RowQuery.ALL));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATA);
      assertThat(fault).hasMessageContaining("final");
    }
  }
}
