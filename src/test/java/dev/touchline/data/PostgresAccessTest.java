/// Rights, passwords, TLS and time-outs, as docs/postgresql.md promises them.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.Provider.class)
class PostgresAccessTest {
  private static final Pattern GRANTS =
      Pattern.compile("```sql\\n-- (owner|importer|reader)\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path home = Path.of("");
  private final PostgresServer server;

  PostgresAccessTest(PostgresServer server) {
    this.server = server;
  }

  @BeforeEach
  void noTables() {
    server.dropTables();
    for (String name : List.of("owner_1", "importer_1", "reader_1")) {
      server.role(name, "secret-" + name);
      server.run("REVOKE ALL ON SCHEMA public FROM " + name);
    }
    server.run("REVOKE TEMPORARY ON DATABASE postgres FROM PUBLIC");
  }

  /// Runs the statements that the documentation gives for an account.
  private void granted(String account) throws IOException {
    Matcher blocks = GRANTS.matcher(Files.readString(Path.of("docs/postgresql.md")));
    int found = 0;
    while (blocks.find()) {
      if (blocks.group(1).equals(account)) {
        found++;
        String name = account.toUpperCase(Locale.ROOT);
        for (String sql :
            blocks.group(2).replaceAll("\\b" + name + "\\b", name + "_1").split(";")) {
          if (!sql.isBlank()) {
            server.run(sql);
          }
        }
      }
    }
    assertThat(found).isEqualTo(1);
  }

  private DatabaseAddress address(String name, String query, Map<String, String> environment) {
    return DatabaseAddress.of(server.url(name, query), home, environment);
  }

  private DatabaseAddress of(String account) {
    return address(account + "_1:secret-" + account + "_1@", "", Map.of());
  }

  @Test
  void theDocumentedRightsSufficeAndNoneIsTooMany() throws IOException {
    Path file = home.resolve("season.csv");
    CsvExport.write(file, rows -> Rows.season(12, 1).forEach(rows));
    granted("owner");
    new Databases().open(of("owner")).close();
    granted("importer");
    try (RowStore store = new Databases().open(of("importer"))) {
      assertThat(imported(store, file).added()).isEqualTo(12 * 66);
      assertThat(imported(store, EventData.of("statsbomb")).added()).isPositive();
      assertThat(store.loadSample().added()).isPositive();
    }
    granted("reader");
    try (RowStore store = new Databases().open(of("reader"))) {
      var split = RowStoreContract.split("2020-08-01", "2020-09-20", "2020-10-20");
      assertThat(new DataSets().load(store, split, List.of("cup")).training().size())
          .isGreaterThan(100);
      assertThat(store.status().matches()).isGreaterThan(36);
      assertThat(store.export(RowQuery.ALL, home.resolve("out.csv"))).isPositive();
      Fault fault = catchThrowableOfType(Fault.class, store::loadSample);
      assertThat(fault).isNull();
      CsvExport.write(file, rows -> Rows.season(12, 2).forEach(rows));
      fault = catchThrowableOfType(Fault.class, () -> imported(store, file));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
      assertThat(fault).hasMessageContaining("\"reader_1\" may not write");
    }
  }

  @Test
  void withoutTemporaryTablesRowsAreTakenOneByOne() throws IOException {
    Path file = home.resolve("season.csv");
    CsvExport.write(file, rows -> Rows.season(12, 1).forEach(rows));
    granted("owner");
    try (RowStore store = new Databases().open(of("owner"))) {
      assertThat(imported(store, file).added()).isEqualTo(12 * 66);
    }
  }

  @Test
  void anAccountWithoutRightsIsToldWhatIsMissing() throws IOException {
    Fault none = catchThrowableOfType(Fault.class, () -> new Databases().open(of("reader")));
    assertThat(none.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(none)
        .hasMessageContaining("no tables of Touchline's that are up to date")
        .hasMessageContaining("\"reader_1\"");
    assertThat(none.remedy()).contains("docs/postgresql.md");
    granted("owner");
    new Databases().open(of("owner")).close();
    Fault blind = catchThrowableOfType(Fault.class, () -> new Databases().open(of("reader")));
    assertThat(blind.kind()).isEqualTo(Fault.Kind.DATABASE);
    granted("reader");
    server.run("REVOKE SELECT ON player_matches FROM reader_1");
    try (RowStore store = new Databases().open(of("reader"))) {
      Fault fault = catchThrowableOfType(Fault.class, () -> store.rows(RowQuery.ALL));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
      assertThat(fault).hasMessageContaining("\"reader_1\" may not read");
    }
  }

  @Test
  void passwordsComeFromTheAddressTheEnvironmentOrAFile() throws IOException {
    new Databases().test(of("reader"));
    new Databases().test(address("reader_1@", "?password=secret-reader_1", Map.of()));
    new Databases().test(address("reader_1@", "", Map.of("PGPASSWORD", "secret-reader_1")));
    new Databases()
        .test(address("", "", Map.of("PGUSER", "reader_1", "PGPASSWORD", "secret-reader_1")));
    Path file = home.resolve("pgpass");
    Files.writeString(file, "localhost:" + server.port() + ":*:reader_1:secret-reader_1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    // The driver's own word for PGPASSFILE, which a running process cannot set.
    System.setProperty("org.postgresql.pgpassfile", file.toString());
    try {
      new Databases().test(address("reader_1@", "", Map.of()));
      Fault other =
          catchThrowableOfType(
              Fault.class, () -> new Databases().test(address("importer_1@", "", Map.of())));
      assertThat(other).hasMessageContaining("refused the login");
      assertThat(other.toString() + other.getCause()).doesNotContain("secret");
    } finally {
      System.clearProperty("org.postgresql.pgpassfile");
    }
  }

  @Test
  void tlsIsPassedOnAndWhatIsWrongWithItIsTold() throws IOException {
    String login = "reader_1:secret-reader_1@";
    String trusted = "&sslrootcert=" + server.certificate();
    new Databases().test(address(login, "?sslmode=require", Map.of()));
    new Databases().test(address(login, "?sslmode=verify-full" + trusted, Map.of()));
    Map<String, String> environment =
        Map.of("PGSSLMODE", "verify-full", "PGSSLROOTCERT", server.certificate().toString());
    new Databases().test(address(login, "", environment));
    Path other = TestCertificate.make(Files.createDirectory(home.resolve("other"))).certificate();
    Path none = home.resolve("none.pem");
    for (Path root : List.of(other, none)) {
      Fault fault =
          catchThrowableOfType(
              Fault.class,
              () ->
                  new Databases()
                      .test(address(login, "?sslmode=verify-full&sslrootcert=" + root, Map.of())));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
      assertThat(fault).hasMessageContaining("TLS");
      assertThat(fault.remedy()).contains("sslrootcert");
    }
    Fault wrongHost =
        catchThrowableOfType(
            Fault.class,
            () ->
                new Databases()
                    .test(
                        DatabaseAddress.of(
                            server
                                .url(login, "?sslmode=verify-full" + trusted)
                                .replace("localhost", "127.0.0.1"),
                            home,
                            Map.of())));
    assertThat(wrongHost).hasMessageContaining("TLS");
  }

  @Test
  void aStatementThatTakesTooLongIsEnded() throws IOException {
    granted("owner");
    new Databases().open(of("owner")).close();
    server.run(
        "GRANT USAGE ON SCHEMA public TO reader_1",
        "CREATE VIEW slow AS SELECT pg_sleep(20)::text AS player_name, 1 AS match_id, 2 AS rival",
        "GRANT SELECT ON slow TO reader_1");
    TableMapping mapping =
        new TableMapping(
            null,
            "slow",
            Map.ofEntries(
                Map.entry("match_date", "player_name"),
                Map.entry("position", "player_name"),
                Map.entry("player_id", "match_id"),
                Map.entry("team_id", "match_id"),
                Map.entry("team_name", "player_name"),
                Map.entry("opponent_id", "rival"),
                Map.entry("opponent_name", "player_name"),
                Map.entry("was_home", "match_id"),
                Map.entry("minutes", "match_id"),
                Map.entry("goals", "match_id"),
                Map.entry("shots", "match_id"),
                Map.entry("cards", "match_id")),
            Map.of("competition", "cup"),
            Map.of());
    DatabaseSettings settings = new DatabaseSettings(Duration.ofSeconds(1), 10, mapping);
    try (RowStore store = new Databases(settings).open(of("reader"))) {
      Fault fault = catchThrowableOfType(Fault.class, () -> store.rows(RowQuery.ALL));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
      assertThat(fault).hasMessageContaining("longer than 1 seconds");
      assertThat(fault.remedy()).contains("statement_timeout_seconds");
    } finally {
      server.run("DROP VIEW slow");
    }
  }

  private static ImportReport imported(RowStore store, Path path) {
    return store.importPaths(List.of(path), ImportOptions.AUTO, ImportProgress.NONE, () -> false);
  }
}
