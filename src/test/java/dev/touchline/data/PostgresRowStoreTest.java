/// A real PostgreSQL server, started for the test.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Provider.class)
class PostgresRowStoreTest extends RowStoreContract {
  private final PostgresServer server;

  PostgresRowStoreTest(PostgresServer server) {
    this.server = server;
  }

  private void accounts() {
    server.role("analyst", "p@ss/w:rd+1");
    server.role("reader", "look");
    server.run("GRANT ALL ON SCHEMA public TO analyst");
  }

  private void run(String... statements) {
    server.run(statements);
  }

  private String url(String login, String query) {
    return server.url(login, query);
  }

  private static DatabaseAddress address(String url) {
    return DatabaseAddress.of(url, Path.of(""), Map.of());
  }

  @Override
  RowStore open() {
    accounts();
    server.dropTables();
    return new Databases().open(address(url("analyst:p%40ss%2Fw%3Ard+1@", "")));
  }

  @Test
  void livesBesideOtherTables() {
    run("CREATE TABLE IF NOT EXISTS other_people (id INT)");
    try (RowStore store = open()) {
      assertThat(store.rows(RowQuery.ALL)).isEmpty();
    }
  }

  @Test
  void anAccountThatMayOnlyReadIsServed() {
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
  void anAccountThatMayNotMakeTablesIsToldSo() {
    server.dropTables();
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> new Databases().open(address(url("reader:look@", ""))));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(fault.remedy()).contains("may create tables");
  }

  @Test
  void aNewerSchemaIsRefused() {
    open().close();
    run(
        "INSERT INTO touchline_schema SELECT installed_rank + 10, '999', 'later', type, 'V999__x.sql',"
            + " 1, installed_by, installed_on, 1, true FROM touchline_schema WHERE version = '2'");
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
        new Databases(
            DatabaseSettings.DEFAULT,
            () -> PlayerMerges.NONE,
            List.of(Duration.ofMillis(1), Duration.ofMillis(2)),
            Duration.ofSeconds(1),
            waited::add);
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
                                + server.port()
                                + "/none")));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.DATABASE);
    assertThat(fault.getMessage()).contains("none");
  }
}
