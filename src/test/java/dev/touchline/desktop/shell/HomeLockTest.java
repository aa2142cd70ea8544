/// One workbench a home.
package dev.touchline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchline.desktop.Launcher;
import dev.touchline.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @TempDir Path home;

  @Test
  void aHomeIsLockedUntilItIsLetGo() {
    try (HomeLock lock = HomeLock.take(home)) {
      assertThat(lock.held()).isTrue();
      Fault fault = catchThrowableOfType(Fault.class, () -> HomeLock.take(home));
      assertThat(fault.kind()).isEqualTo(Fault.Kind.USAGE);
      assertThat(fault).hasMessageContaining("already open on " + home);
      assertThat(fault.remedy()).contains("touchline --home DIR");
    }
    try (HomeLock again = HomeLock.take(home)) {
      assertThat(again.held()).isTrue();
    }
  }

  @Test
  void aHomeThatIsNoFolderIsSaid() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    Fault fault = catchThrowableOfType(Fault.class, () -> HomeLock.take(file));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining(file.toString());
  }

  @Test
  void aSecondStartOnTheSameHomeSaysSoAndChangesNothing() {
    var err = new ByteArrayOutputStream();
    var launcher =
        new Launcher(
            Map.of("TOUCHLINE_HOME", home.toString(), "DISPLAY", ":99"),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            any -> {
              throw new AssertionError("the log belongs to the first window");
            });
    try (HomeLock first = HomeLock.take(home)) {
      assertThat(launcher.open(null)).isEqualTo(2);
      assertThat(first.held()).isTrue();
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("already open on " + home)
        .contains("Use the window that is open")
        .doesNotContain("Exception");
  }
}
