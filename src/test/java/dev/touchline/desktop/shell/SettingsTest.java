/// What the window remembers comes back, and a damaged file costs nothing but the memory.
package dev.touchline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchline.desktop.part.Message;
import dev.touchline.desktop.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path home;

  @Test
  void aBareHomeGivesTheSettingsOfAFirstStart() {
    Settings.Found found = Settings.read(home);
    assertThat(found.settings()).isEqualTo(Settings.first());
    assertThat(found.note()).isEqualTo(Message.NONE);
  }

  @Test
  void whatWasWrittenIsRead() {
    Settings written =
        Settings.first()
            .with(Theme.DARK, "Predict", Map.of("predict.player", "Łukasz \"Ł\"", "b", ""))
            .placed(10, -4, 1300, 720, true);
    written.write(home);
    assertThat(Settings.read(home)).isEqualTo(new Settings.Found(written, Message.NONE));
    // Nowhere in particular is a place too.
    Settings.first().write(home);
    assertThat(Settings.read(home).settings().x()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"formatVersion\": 1, \"theme\": \"LI",
        "not json at all",
        "",
        "null",
        "[]",
        "{\"formatVersion\": 99, \"theme\": \"DARK\", \"panel\": \"Data\", \"width\": 900,"
            + " \"height\": 700, \"choices\": {}}",
        "{\"formatVersion\": 1, \"theme\": \"PURPLE\", \"panel\": \"Data\", \"width\": 900,"
            + " \"height\": 700, \"choices\": {}}",
        "{\"formatVersion\": 1, \"theme\": \"DARK\", \"panel\": \"Data\", \"width\": 1,"
            + " \"height\": 1, \"choices\": {}}"
      })
  void whatCannotBeUsedIsKeptBesideAndSaid(String content) throws IOException {
    Path file = home.resolve("workbench.json");
    Files.writeString(file, content);
    Settings.Found found = Settings.read(home);
    assertThat(found.settings()).isEqualTo(Settings.first());
    assertThat(found.note().kind()).isEqualTo(Message.Kind.CAUTION);
    assertThat(found.note().text()).contains("workbench.json");
    assertThat(found.note().remedy()).contains("workbench.json.unreadable");
    assertThat(Files.readString(home.resolve("workbench.json.unreadable"))).isEqualTo(content);
    // The next start is an ordinary one.
    found.settings().write(home);
    assertThat(Settings.read(home).note()).isEqualTo(Message.NONE);
  }

  @Test
  void aHomeThatCannotBeWrittenToIsNoReasonToFail() throws IOException {
    Path file = Files.writeString(home.resolve("a file"), "where a folder should be");
    Settings.first().write(file);
    assertThat(Files.readString(file)).contains("where a folder should be");
  }
}
