/// A real PostgreSQL server, started for the test.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresRowStoreTest extends RowStoreContract {
  private EmbeddedPostgres server = starting();

  private static EmbeddedPostgres starting() {
    try {
      // Without this the server would trust every local login, whatever its password.
      Path logins = Files.createTempFile("logins", ".conf");
      Files.writeString(logins, "host all postgres all trust\nhost all all all scram-sha-256\n");
      Files.setPosixFilePermissions(logins, PosixFilePermissions.fromString("rw-r--r--"));
      return EmbeddedPostgres.builder().setServerConfig("hba_file", logins.toString()).start();
    } catch (IOException e) {
      throw new IllegalStateException("the embedded PostgreSQL did not start", e);
    }
  }

  @BeforeAll
  void accounts() throws SQLException {
    run(
        "CREATE USER analyst PASSWORD 'p@ss/w:rd+1'",
        "CREATE USER reader PASSWORD 'look'",
        "GRANT ALL ON SCHEMA public TO analyst");
  }

  @AfterAll
  void stopServer() throws IOException {
    server.close();
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String url(String login, String query) {
    return "postgresql://" + login + "localhost:" + server.getPort() + "/postgres" + query;
  }

  private static DatabaseAddress address(String url) {
    return DatabaseAddress.of(url, Path.of(""), Map.of());
  }

  @Override
  RowStore open() {
    try {
      run("DROP TABLE IF EXISTS player_matches, matches, touchline_schema");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Databases().open(address(url("analyst:p%40ss%2Fw%3Ard+1@", "")));
  }

  @Test
  void livesBesideOtherTables() throws SQLException {
    run("CREATE TABLE IF NOT EXISTS other_people (id INT)");
    try (RowStore store = open()) {
      assertThat(store.rows(RowQuery.ALL)).isEmpty();
    }
  }

  @Test
  void anAccountThatMayOnlyReadIsServed() throws SQLException {
    Path file = folder.resolve("a.csv");
    CsvExport.write(file, rows -> Rows.season(2, 1).forEach(rows));
    try (RowStore store = open()) {
      store.importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false);
    }
    run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
    try (RowStore store =
        new Databases().open(address(url("", "?user=reader&password=look&sslmode=prefer")))) {
      assertThat(store.rows(RowQuery.ALL)).isEqualTo(Rows.season(2, 1));
      assertThat(store.status().rows()).isEqualTo(132);
      // Nothing differs, so nothing has to be written, which is no reason to complain.
      assertThat(
              store.importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false).unchanged())
          .isEqualTo(132);
      CsvExport.write(file, rows -> Rows.season(3, 1).forEach(rows));
      Fault fault =
          catchThrowableOfType(
              Fault.class,
              () -> store.importPaths(List.of(file), "csv", ImportProgress.NONE, () -> false));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
      assertThat(fault).hasMessageContaining("may not write");
    }
  }

  @Test
  void anAccountThatMayNotMakeTablesIsToldSo() throws SQLException {
    run("DROP TABLE IF EXISTS player_matches, matches, touchline_schema");
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> new Databases().open(address(url("reader:look@", ""))));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(fault.remedy()).contains("may create tables");
  }

  @Test
  void aNewerSchemaIsRefused() throws SQLException {
    open().close();
    run(
        "INSERT INTO touchline_schema SELECT installed_rank + 1, '999', 'later', type, 'V999__x.sql',"
            + " 1, installed_by, installed_on, 1, true FROM touchline_schema WHERE version = '1'");
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> new Databases().open(address(url("analyst:p%40ss%2Fw%3Ard+1@", ""))));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(fault).hasMessageContaining("999").hasMessageContaining("newer");
  }

  @Test
  void aWrongPasswordIsToldAtOnceAndNotShown() {
    List<Duration> waited = new ArrayList<>();
    Databases databases =
        new Databases(List.of(Duration.ofMillis(1), Duration.ofMillis(2)), waited::add);
    for (String login : new String[] {"reader:secret77@", "nobody:secret77@", "reader@"}) {
      Fault fault =
          catchThrowableOfType(Fault.class, () -> databases.open(address(url(login, ""))));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
      assertThat(fault).hasMessageContaining("refused the login of user");
      assertThat(fault.toString() + fault.remedy() + fault.getCause()).doesNotContain("secret77");
    }
    assertThat(waited).isEmpty();
  }

  @Test
  void anUnknownDatabaseIsToldAtOnce() {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                new Databases()
                    .open(
                        address(
                            "postgresql://analyst:p%40ss%2Fw%3Ard+1@localhost:"
                                + server.getPort()
                                + "/none")));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(fault.getMessage()).contains("none");
  }
}
