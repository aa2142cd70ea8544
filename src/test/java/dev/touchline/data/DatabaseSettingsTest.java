/// The settings file: what it may say and what it may not.
package dev.touchline.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
  @TempDir Path home = Path.of("");

  private DatabaseSettings read(String json) throws IOException {
    Files.writeString(home.resolve(DatabaseSettings.FILE), json);
    return DatabaseSettings.read(home);
  }

  @Test
  void withoutAFileTheUsualHolds() {
    assertThat(DatabaseSettings.read(home)).isEqualTo(DatabaseSettings.DEFAULT);
  }

  @Test
  void whatIsNotSaidStaysUsual() throws IOException {
    DatabaseSettings settings = read("{\"statement_timeout_seconds\": 0}");
    assertThat(settings.statementTimeout()).isEqualTo(Duration.ZERO);
    assertThat(settings.fetchSize()).isEqualTo(DatabaseSettings.DEFAULT.fetchSize());
    TableMapping mapping = read("{\"mapping\": {\"table\": \"Zeilen\"}}").mapping();
    assertThat(mapping).isEqualTo(new TableMapping(null, "Zeilen", Map.of(), Map.of(), Map.of()));
    assertThat(read("{}").mapping(DatabaseAddress.of(null, home))).isNull();
  }

  @Test
  void theEmbeddedDatabaseIsNeverMapped() throws IOException {
    DatabaseSettings settings = read("{\"mapping\": {\"table\": \"rows\"}}");
    assertThat(settings.mapping(DatabaseAddress.of(null, home, Map.of()))).isNull();
    assertThat(settings.mapping(DatabaseAddress.of("postgresql://h/d", home, Map.of())))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"timeout\": 5}",
        "{\"format\": 2}",
        "{\"fetch_size\": 0}",
        "{\"fetch_size\": 1.5}",
        "{\"statement_timeout_seconds\": -1}",
        "{\"mapping\": {}}",
        "{\"mapping\": {\"table\": 5}}",
        "{\"mapping\": {\"table\": \"\"}}",
        "{\"mapping\": {\"table\": \"rows; DROP TABLE matches\"}}",
        "{\"mapping\": {\"table\": \"a\\\"b\"}}",
        "{\"mapping\": {\"table\": \"desk.rows\"}}",
        "{\"mapping\": {\"table\": \"r\", \"schema\": \"pg_catalog\\\"--\"}}",
        "{\"mapping\": {\"table\": \"r\", \"columns\": {\"minutes\": \"1) OR (1=1\"}}}",
        "{\"mapping\": {\"table\": \"r\", \"columns\": {\"xg\": \"xg\"}}}",
        "{\"mapping\": {\"table\": \"r\", \"constants\": {\"minutes\": \"90\"}}}",
        "{\"mapping\": {\"table\": \"r\", \"constants\": {\"competition\": \"x' OR '1\"}}}",
        "{\"mapping\": {\"table\": \"r\", \"positions\": {\"G\": \"KEEPER\"}}}",
        "{\"mapping\": {\"table\": \"r\", \"positions\": {\"G' THEN\": \"GKP\"}}}",
        "{\"mapping\": {\"table\": \"r\", \"colums\": {}}}"
      })
  void whatMeansNothingIsRefused(String json) {
    Fault fault = catchThrowableOfType(Fault.class, () -> read(json));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
    assertThat(fault).hasMessageContaining(DatabaseSettings.FILE);
    assertThat(fault.remedy()).isNotEmpty();
  }

  @Test
  void anUnreadableFileIsNamed() throws IOException {
    Files.write(
        home.resolve(DatabaseSettings.FILE), "{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1));
    Fault fault = catchThrowableOfType(Fault.class, () -> DatabaseSettings.read(home));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
  }
}
