/// Where the home is, and what happens where it cannot be.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @Test
  void theOptionGoesBeforeTheEnvironment(@TempDir Path folder) {
    Map<String, String> environment = Map.of("TOUCHLINE_HOME", folder.resolve("b").toString());
    assertThat(Home.of(folder.resolve("a"), environment).root()).isEqualTo(folder.resolve("a"));
    assertThat(Home.of(null, environment).root()).isEqualTo(folder.resolve("b"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thePlatformsDataFolderIsTheDefault(@TempDir Path folder) {
    assertThat(Home.of(null, Map.of("XDG_DATA_HOME", folder.toString())).root())
        .isEqualTo(folder.resolve("touchline"));
    assertThat(Home.of(null, Map.of("TOUCHLINE_HOME", " ")).root())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".local", "share", "touchline"));
  }

  @Test
  void aHomeThatCannotBeMadeIsAStorageFault(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Fault fault =
        Objects.requireNonNull(catchThrowableOfType(Fault.class, () -> new Home(file).models()));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault.getMessage()).contains(file.toString());
    assertThat(fault.remedy()).contains("--home");
  }
}
